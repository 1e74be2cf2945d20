package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.testing.FakeTicker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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

    private final Ratings ratings = new Ratings();
    private final AskCommand ask = ask(new LimitSettings(100, 100, 100, 100));

    @Test
    void an_answer_comes_with_its_sources_a_receipt_and_buttons() {
        Reply reply = ask(ANNA, TOOLS);

        assertThat(text(reply)).contains("climbing harness", "[1] Working in the canopy", "free");
        assertThat(actions(reply)).extracting(a -> a.id().verb()).contains("more", "evidence", "up", "down", "next");
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
                        up.id().payload() + "/ben",
                        new Feedback(up.id().payload(), "ben", Optional.of("server"), Rating.HELPFUL, NOW)));
    }

    @Test
    void the_same_button_again_takes_a_rating_back() {
        Action up = action(ask(ANNA, TOOLS), "up");
        press(BEN, up.id());

        assertThat(text(press(BEN, up.id()))).contains("Taken back");
        assertThat(ratings.kept).isEmpty();
    }

    @Test
    void the_other_button_replaces_a_rating() {
        Reply reply = ask(ANNA, TOOLS);
        press(BEN, action(reply, "up").id());
        press(BEN, action(reply, "down").id());

        assertThat(ratings.kept.values()).extracting(Feedback::rating).containsExactly(Rating.UNHELPFUL);
    }

    @Test
    void the_same_question_answered_alike_is_rated_as_one() {
        assertThat(action(ask(ANNA, TOOLS), "up").id())
                .isEqualTo(action(ask(BEN, TOOLS), "up").id());
        assertThat(action(ask(ANNA, "What tools does a landscape gardener use?"), "up")
                        .id())
                .isNotEqualTo(action(ask(ANNA, TOOLS), "up").id());
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
        assertThat(text(reply)).contains("spades");
    }

    @Test
    void a_member_can_go_on_where_they_left_off() {
        ask(ANNA, TOOLS);

        assertThat(text(ask(ANNA, "and the landscape gardener?"))).contains("spades");
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
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new AskCommand(
                Gardeners.PACK,
                Gardeners.quick().service,
                new QuestionLimits(limits, clock),
                ratings,
                new FakeTicker(),
                clock);
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

    /** All that can be read, without the receipt's time. */
    private static String text(Reply reply) {
        return reply.blocks().stream()
                .map(block -> {
                    if (block instanceof Block.Line line) {
                        return line.label().orElse("") + " " + line.text();
                    }
                    return block instanceof Block.Small small ? small.text().replaceAll("cached .*|\\d+ ms", "") : "";
                })
                .collect(Collectors.joining("\n"));
    }

    /** Keeps ratings in memory. */
    private static final class Ratings implements FeedbackLog {
        private final Map<String, Feedback> kept = new HashMap<>();

        @Override
        public void record(Feedback feedback) {
            kept.put(feedback.answerId() + "/" + feedback.memberId(), feedback);
        }

        @Override
        public Optional<Rating> ratingBy(String answerId, String memberId) {
            return Optional.ofNullable(kept.get(answerId + "/" + memberId)).map(Feedback::rating);
        }

        @Override
        public void withdraw(String answerId, String memberId) {
            kept.remove(answerId + "/" + memberId);
        }
    }
}
