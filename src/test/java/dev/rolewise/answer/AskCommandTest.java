package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.KeptReuses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AskCommandTest {
    private static final Caller ANNA = Caller.member("anna", Optional.of("server"), "channel");
    private static final Caller BEN = Caller.member("ben", Optional.of("server"), "channel");
    private static final Instant NOW = Instant.parse("2026-11-21T19:00:00Z");
    private static final String TOOLS = "What tools does a tree surgeon use?";

    private final KeptRatings ratings = new KeptRatings();
    private final KeptReuses reuses = new KeptReuses();
    private final List<String> counted = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final AskCommand ask = ask(new LimitSettings(100, 100, 100, 100));

    @Test
    void an_answer_comes_with_its_sources_a_receipt_and_buttons() {
        Reply reply = ask(ANNA, TOOLS);

        assertThat(text(reply)).contains("climbing harness", "[1] Working in the canopy", "local · ");
        assertThat(actions(reply))
                .extracting(a -> a.id().verb())
                .containsSubsequence("more", "evidence", "up", "down", "details", "next")
                .doesNotContain("harder");
    }

    @Test
    void a_refusal_has_no_evidence_to_show() {
        assertThat(actions(ask(ANNA, "🌳"))).extracting(a -> a.id().verb()).doesNotContain("evidence");
    }

    @Test
    void everybody_sees_an_answer_unless_it_was_asked_for_in_private() {
        assertThat(ask.audience(call(ANNA, TOOLS))).isEqualTo(Audience.EVERYBODY);
        assertThat(ask.audience(new CommandCall(ANNA, Map.of("question", TOOLS), Map.of("private", true))))
                .isEqualTo(Audience.CALLER);
    }

    @Test
    void evidence_shows_the_quotes_letter_by_letter() {
        Action evidence = action(ask(ANNA, TOOLS), "evidence");

        Reply reply = press(BEN, evidence.id());

        List<String> quotes = reply.blocks().stream()
                .filter(Block.Quote.class::isInstance)
                .map(b -> ((Block.Quote) b).text())
                .toList();
        assertThat(quotes).isNotEmpty().allSatisfy(q -> assertThat(Gardeners.PACK.passages())
                .anyMatch(p -> p.text().contains(q)));
        assertThat(ask.audience(evidence.id())).isEqualTo(Audience.CALLER);
    }

    @Test
    void evidence_that_is_not_known_any_more_says_so() {
        assertThat(text(press(ANNA, id("evidence", "zzzzzzz.yyyyyyy")))).contains("Please ask again");
        assertThat(text(press(ANNA, id("evidence", "")))).contains("Please ask again");
    }

    @Test
    void a_rating_is_kept_with_who_where_and_when() {
        Action up = action(ask(ANNA, TOOLS), "up");

        assertThat(text(press(BEN, up.id()))).contains("Thank you");
        assertThat(ratings.kept)
                .containsExactly(Map.entry(
                        rated(up) + "/ben",
                        new Feedback(rated(up), "ben", Optional.of("server"), Rating.HELPFUL, NOW)));
    }

    @Test
    void the_same_button_again_takes_a_rating_back() {
        Action up = action(ask(ANNA, TOOLS), "up");
        press(BEN, up.id());

        assertThat(text(press(BEN, up.id()))).contains("Taken back");
        assertThat(ratings.kept).isEmpty();
        assertThat(said).containsExactly("ben HELPFUL " + TOOLS, "ben took it back " + TOOLS);
    }

    @Test
    void the_other_button_replaces_a_rating() {
        Reply reply = ask(ANNA, TOOLS);
        press(BEN, action(reply, "up").id());
        press(BEN, action(reply, "down").id());

        assertThat(ratings.kept.values()).extracting(Feedback::rating).containsExactly(Rating.UNHELPFUL);
    }

    @Test
    void a_rating_counts_in_the_server_alone_where_the_answer_was_given_and_where_nothing_was_tampered_with() {
        ActionId up = action(ask(ANNA, TOOLS), "up").id();
        ActionId down = action(ask(ANNA, TOOLS), "down").id();
        Caller elsewhere = Caller.member("eve", Optional.of("another server"), "channel");
        Caller direct = Caller.member("eve", Optional.empty(), "channel");

        for (Caller eve : List.of(elsewhere, direct)) {
            assertThat(text(press(eve, up))).contains("no longer have that answer");
            assertThat(text(press(eve, down))).contains("no longer have that answer");
        }
        for (String forged : List.of("x", "", "x.y", "x.y.z", up.payload() + "x", "x" + up.payload())) {
            assertThat(text(press(BEN, id("up", forged)))).contains("no longer have that answer");
        }
        assertThat(ratings.kept).isEmpty();
    }

    @Test
    void an_answer_from_before_a_restart_can_be_rated() {
        ActionId up = action(ask(ANNA, TOOLS), "up").id();
        AskCommand restarted = ask(new LimitSettings(100, 100, 100, 100));

        assertThat(text(restarted.act(ActionCall.press(BEN, up)))).contains("Thank you");

        assertThat(ratings.kept).hasSize(1);
    }

    @Test
    void the_same_question_answered_alike_is_rated_as_one() {
        assertThat(rated(ask(ANNA, TOOLS))).isEqualTo(rated(ask(BEN, TOOLS)));
        assertThat(rated(ask(ANNA, "What tools does a landscape gardener use?")))
                .isNotEqualTo(rated(ask(ANNA, TOOLS)));
    }

    @Test
    void a_button_of_another_time_is_answered_kindly() {
        assertThat(text(press(ANNA, id("dance", "x")))).contains("out of date");
        assertThat(text(press(ANNA, id("next", "nosuchkey")))).contains("out of date");
    }

    @Test
    void a_suggested_question_is_asked_as_it_stands() {
        Action next = action(ask(ANNA, TOOLS), "next");

        Reply reply = press(BEN, next.id());

        assertThat(Gardeners.PACK.questions()).contains(next.label());
        assertThat(text(reply)).isEqualTo(text(ask(BEN, next.label())));
        assertThat(ask.audience(next.id())).isEqualTo(Audience.SAME);
    }

    @Test
    void a_follow_up_asks_for_its_text_and_is_read_with_what_it_follows() {
        Action more = action(ask(ANNA, TOOLS), "more");

        Reply reply = ask.act(ActionCall.form(BEN, more.id(), "and the landscape gardener?"));

        assertThat(ask.form(more.id())).isPresent();
        assertThat(ask.form(id("up", "x"))).isEmpty();
        assertThat(text(reply)).containsIgnoringCase("landscape gardener");
    }

    @Test
    void a_member_can_go_on_where_they_left_off() {
        ask(ANNA, TOOLS);

        assertThat(text(ask(ANNA, "and the landscape gardener?"))).containsIgnoringCase("landscape gardener");
    }

    @Test
    void another_member_does_not_go_on_there() {
        ask(ANNA, TOOLS);

        assertThat(text(ask(BEN, "and the other one?"))).doesNotContain("spades");
    }

    @Test
    void whoever_is_over_a_limit_is_told_when_to_come_back() {
        AskCommand strict = ask(new LimitSettings(1, 100, 100, 100));
        strict.run(call(ANNA, TOOLS));

        Reply denied = strict.run(call(ANNA, TOOLS));

        assertThat(text(denied)).contains("Please try again in");
        assertThat(actions(denied)).isEmpty();
        assertThat(text(strict.run(call(BEN, TOOLS)))).contains("climbing harness");
    }

    @Test
    void an_answer_makes_room_for_the_next_question() {
        AskCommand oneAtATime = ask(new LimitSettings(100, 100, 100, 1));

        for (int i = 0; i < 3; i++) {
            assertThat(text(oneAtATime.run(call(ANNA, TOOLS)))).contains("climbing harness");
        }
    }

    @Test
    void whoever_is_over_a_limit_is_declined_before_their_question_is_taken_in() {
        AskCommand strict = ask(new LimitSettings(1, 100, 100, 100));
        assertThat(strict.decline(call(ANNA, TOOLS))).isEmpty();
        assertThat(text(strict.run(call(ANNA, TOOLS)))).contains("climbing harness");

        Reply declined = strict.decline(call(ANNA, TOOLS)).orElseThrow();

        assertThat(declined.aside()).isTrue();
        assertThat(text(declined)).contains("Please try again in");
        assertThat(strict.decline(call(BEN, TOOLS))).isEmpty();
    }

    @Test
    void a_question_is_in_flight_from_when_it_is_taken_in() {
        AskCommand oneAtATime = ask(new LimitSettings(100, 100, 100, 1));
        assertThat(oneAtATime.decline(call(ANNA, TOOLS))).isEmpty();

        assertThat(text(oneAtATime.decline(call(ANNA, TOOLS)).orElseThrow())).contains("still working");
        oneAtATime.run(call(ANNA, TOOLS));
        assertThat(oneAtATime.decline(call(ANNA, TOOLS))).isEmpty();
    }

    @Test
    void a_follow_up_counts_when_its_form_is_sent_and_not_when_it_opens() {
        AskCommand strict = ask(new LimitSettings(2, 100, 100, 100));
        ActionId more = action(strict.run(call(ANNA, TOOLS)), "more").id();

        assertThat(strict.decline(ActionCall.press(ANNA, more))).isEmpty();
        assertThat(strict.decline(ActionCall.press(ANNA, more))).isEmpty();
        assertThat(strict.decline(ActionCall.form(ANNA, more, "and when?"))).isEmpty();
        assertThat(strict.decline(ActionCall.press(ANNA, more))).isPresent();
        assertThat(strict.decline(ActionCall.form(ANNA, more, "and when?"))).isPresent();
    }

    @Test
    void what_asks_nothing_is_never_declined_and_counts_nothing() {
        AskCommand strict = ask(new LimitSettings(1, 100, 100, 100));
        Reply reply = strict.run(call(ANNA, TOOLS));

        for (String verb : List.of("evidence", "up", "down", "details")) {
            assertThat(strict.decline(ActionCall.press(ANNA, action(reply, verb).id())))
                    .isEmpty();
        }
        assertThat(strict.decline(ActionCall.press(ANNA, action(reply, "next").id())))
                .isPresent();
        for (int i = 0; i < 3; i++) {
            assertThat(strict.decline(ActionCall.press(BEN, id("next", "nosuchkey"))))
                    .isEmpty();
            assertThat(strict.decline(ActionCall.press(BEN, id("harder", "gone"))))
                    .isEmpty();
        }
        assertThat(strict.decline(call(BEN, TOOLS))).isEmpty();
    }

    @Test
    void details_are_those_of_the_answer_they_stand_below() {
        AskCommand own = asking(new ScriptedTiers());
        Reply fresh = own.run(call(ANNA, TOOLS));
        Reply cached = own.run(call(BEN, TOOLS));

        assertThat(text(own.act(ActionCall.press(BEN, action(fresh, "details").id()))))
                .contains("Made by the local tier", "Cost nothing")
                .doesNotContain("cache");
        assertThat(text(own.act(ActionCall.press(ANNA, action(cached, "details").id()))))
                .contains("From the cache it was made just now");
        assertThat(rated(fresh)).isEqualTo(rated(cached));
    }

    @Test
    void details_that_are_forgotten_are_said_to_be() {
        assertThat(text(press(ANNA, id("details", "gone")))).contains("Please ask the question again");
    }

    @Test
    void thinking_harder_asks_the_strong_model_and_whoever_pressed_pays() {
        ScriptedTiers tiers = new ScriptedTiers();
        AskCommand own = asking(tiers);
        Reply answer = own.run(call(ANNA, TOOLS));
        tiers.inquiries.clear();
        List<Reply> shown = new ArrayList<>();

        Reply better = own.act(ActionCall.press(BEN, action(answer, "harder").id()), shown::add);

        assertThat(tiers.inquiries).singleElement().satisfies(inquiry -> {
            assertThat(inquiry.memberId()).contains("ben");
            assertThat(inquiry.serverId()).contains("server");
            assertThat(inquiry.text()).isEqualTo(TOOLS);
            assertThat(inquiry.climbs()).isFalse();
        });
        assertThat(text(better)).contains("strong · " + ScriptedTiers.MODEL + " · $0.0004 · ", " · 1 of 2 claims kept");
        assertThat(actions(better)).extracting(a -> a.id().verb()).doesNotContain("harder");
        assertThat(shown).singleElement().satisfies(soFar -> {
            assertThat(text(soFar)).contains("climbing harness", "The strong model is thinking");
            assertThat(actions(soFar)).isEmpty();
        });
        assertThat(ask.audience(action(answer, "harder").id())).isEqualTo(Audience.SAME);
    }

    @Test
    void thinking_harder_of_a_follow_up_asks_it_in_full() {
        ScriptedTiers tiers = new ScriptedTiers();
        AskCommand own = asking(tiers);
        own.run(call(ANNA, TOOLS));
        Reply answer = own.run(call(ANNA, "and the landscape gardener?"));
        tiers.inquiries.clear();

        own.act(ActionCall.press(BEN, action(answer, "harder").id()));

        assertThat(tiers.inquiries).singleElement().satisfies(inquiry -> assertThat(inquiry.text())
                .containsIgnoringCase("tools")
                .containsIgnoringCase("landscape gardener"));
    }

    @Test
    void thinking_harder_in_vain_leaves_what_the_notes_say_with_a_word_about_it() {
        ScriptedTiers tiers = new ScriptedTiers();
        AskCommand own = asking(tiers);
        Reply answer = own.run(call(ANNA, TOOLS));
        tiers.silent = true;

        Reply same = own.act(ActionCall.press(BEN, action(answer, "harder").id()));

        assertThat(receipt(same)).startsWith("local · free · ").endsWith(" · " + ScriptedTiers.NOTE);
        assertThat(text(same)).contains("climbing harness");
    }

    @Test
    void thinking_harder_about_what_is_forgotten_is_told_so_to_who_pressed() {
        Reply gone = press(ANNA, id("harder", "gone"));

        assertThat(gone.aside()).isTrue();
        assertThat(text(gone)).contains("Please ask the question again");
    }

    @Test
    void what_it_shows_of_itself_fits_what_discord_takes() {
        assertThat(ask.spec().name()).matches("[a-z-]{1,32}");
        assertThat(ask.spec().description()).hasSizeBetween(1, 100);
        assertThat(ask.spec().options()).allSatisfy(o -> {
            assertThat(o.name()).matches("[a-z-]{1,32}");
            assertThat(o.description()).hasSizeBetween(1, 100);
        });
        assertThat(ask.spec().onMessage().orElseThrow()).hasSizeBetween(1, 32);
        assertThat(actions(ask(ANNA, TOOLS))).allSatisfy(a -> {
            assertThat(a.label()).hasSizeBetween(1, 80);
            assertThat(ActionId.decode(a.id().encode())).contains(a.id());
        });
    }

    @Test
    void what_is_typed_is_completed_from_the_questions_of_the_pack() {
        assertThat(ask.complete("question", "tools")).isNotEmpty().isSubsetOf(Gardeners.PACK.questions());
    }

    @Test
    void a_question_that_was_not_given_is_asked_for() {
        assertThat(text(ask.run(new CommandCall(ANNA, Map.of(), Map.of())))).contains("couldn't find a question");
    }

    private AskCommand ask(LimitSettings limits) {
        return ask(Gardeners.quick().service, limits);
    }

    private AskCommand asking(ScriptedTiers tiers) {
        return ask(Gardeners.quick().asking(tiers), new LimitSettings(100, 100, 100, 100));
    }

    private AskCommand ask(AnswerService service, LimitSettings limits) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new AskCommand(
                Gardeners.PACK,
                service,
                new QuestionLimits(limits, clock),
                ratings,
                reuses,
                listener(),
                new ActionSeal(new byte[32]),
                member -> Keeping.FOR_GOOD,
                new FakeTicker(),
                clock);
    }

    private AnswerListener listener() {
        return new AnswerListener() {
            @Override
            public void given(Caller caller, Answer answer) {
                counted.add(caller.memberId());
            }

            @Override
            public void rated(Caller caller, QuestionProfile question, Rating rating) {
                said.add(caller.memberId() + " " + rating + " " + question.text());
            }

            @Override
            public void takenBack(Caller caller, QuestionProfile question) {
                said.add(caller.memberId() + " took it back " + question.text());
            }
        };
    }

    private Reply ask(Caller caller, String question) {
        return ask.run(call(caller, question));
    }

    private Reply press(Caller caller, ActionId id) {
        return ask.act(ActionCall.press(caller, id));
    }

    private static CommandCall call(Caller caller, String question) {
        return new CommandCall(caller, Map.of("question", question), Map.of());
    }

    private static ActionId id(String verb, String payload) {
        return new ActionId(AskCommand.NAME, verb, payload);
    }

    private static Action action(Reply reply, String verb) {
        return actions(reply).stream()
                .filter(a -> a.id().verb().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    private static List<Action> actions(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Actions.class::isInstance)
                .flatMap(b -> ((Block.Actions) b).actions().stream())
                .toList();
    }

    /** By what a rating of the answer is kept. */
    private static String rated(Reply reply) {
        return rated(action(reply, "up"));
    }

    private static String rated(Action rating) {
        return rating.id().payload().split("\\.")[0];
    }

    private static String receipt(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Small.class::isInstance)
                .map(block -> ((Block.Small) block).text())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** All that can be read, without how a free answer came about. */
    private static String text(Reply reply) {
        return reply.blocks().stream()
                .map(block -> {
                    if (block instanceof Block.Line line) {
                        return line.label().orElse("") + " " + line.text();
                    }
                    return block instanceof Block.Small small ? small.text().replaceAll("cached .*|free .*", "") : "";
                })
                .collect(Collectors.joining("\n"));
    }
}
