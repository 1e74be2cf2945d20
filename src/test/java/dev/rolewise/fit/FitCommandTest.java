package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Quiz;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FitCommandTest {
    private static final Quiz OUTDOORS = Quizzes.outdoors();
    private static final Quiz OTHER = Quizzes.quiz("other", Quizzes.question(0, 1, 100, 0));
    private static final Caller ANNA = Caller.member("1111111111111111111", Optional.of("7"), "here");
    private static final Caller BEN = Caller.member("2222222222222222222", Optional.of("7"), "here");

    private final List<ResultPicture> painted = new ArrayList<>();
    private final ResultPainter painter = picture -> {
        painted.add(picture);
        return Optional.of(new Attachment("result.png", "image/png", new byte[] {1}));
    };
    private final FitCommand command = command(OUTDOORS, painter);

    @Test
    void the_first_question_says_what_it_is_and_shows_the_first_quiz() {
        Reply reply = command.run(call(ANNA, ""));

        assertThat(text(reply))
                .contains("Title of outdoors · Question 1 of 3 ●○○", "Where would you rather be?", "about 1 minute")
                .contains("Question 0?", "• A: private words 0A", "• C: private words 0C")
                .contains("The questions and weights are ours.", "I store nothing");
        assertThat(labels(reply)).containsExactly("A", "B", "C");
        assertThat(command.audience(call(ANNA, ""))).isEqualTo(Audience.CALLER);
    }

    @Test
    void a_quiz_can_be_named_by_id_or_title() {
        for (String typed : List.of("other", "OTHER", " other ", "title of other")) {
            assertThat(text(command.run(call(ANNA, typed)))).contains("Title of other · Question 1 of 1 ●");
        }
        assertThat(command.complete("quiz", "")).containsExactly("outdoors", "other");
        assertThat(command.complete("quiz", "oT")).containsExactly("other");
        assertThat(command.complete("quiz", "title of out")).containsExactly("outdoors");
        assertThat(command.complete("quiz", "x".repeat(200))).isEmpty();
    }

    @Test
    void an_unknown_quiz_is_answered_with_those_there_are() {
        Reply reply = command.run(call(ANNA, "😀".repeat(30)));

        assertThat(text(reply)).contains("There is no quiz “" + "😀".repeat(20) + "…”.", "• outdoors: ", "• other: ");
        assertThat(text(press(ANNA, reply, "Title of other"))).contains("Title of other · Question 1");
    }

    @Test
    void a_letter_leads_on_and_the_last_one_to_the_result() {
        Reply second = press(ANNA, command.run(call(ANNA, "")), "A");
        assertThat(text(second)).contains("Question 2 of 3 ●●○", "Question 1?").doesNotContain("rather be");
        assertThat(labels(second)).containsExactly("A", "B", "C", "Back", "Restart");

        Reply result = press(ANNA, press(ANNA, second, "B"), "C");

        assertThat(text(result))
                .startsWith("# Outcome trees-lean\nThis is what trees-lean means. [1]\n")
                .contains("• tree surgery: 67% ███████░░░", "• landscape gardening: 33% ███░░░░░░░")
                .contains("# What moved it most", "• Heights0: “private words 0A”, towards tree surgery [1]")
                .contains("# What would change it", "would make it “Outcome ")
                .contains("# What to do next", "• Run /compare.")
                .contains("(small) our note on “Gardens that last”: [1] Landscape gardener · Focus; [2] ")
                .contains("not a probability", "The questions and weights are ours.");
        assertThat(labels(result))
                .containsExactly("Why?", "Share", "Change my answers", "Start afresh", "Title of other");
        assertThat(result.aside()).isFalse();
        assertThat(result.blocks()).filteredOn(Block.Picture.class::isInstance).hasSize(1);
    }

    @Test
    void every_button_of_a_page_is_another() {
        Reply reply = command.run(call(ANNA, ""));
        for (String letter : List.of("A", "B", "C")) {
            assertThat(actions(reply).map(a -> a.id().encode())).doesNotHaveDuplicates();
            reply = press(ANNA, reply, letter);
        }
        assertThat(actions(reply).map(a -> a.id().encode())).doesNotHaveDuplicates();
        Reply retake = press(ANNA, reply, "Change my answers");
        for (String letter : List.of("A", "B", "C")) {
            assertThat(actions(retake).map(a -> a.id().encode())).doesNotHaveDuplicates();
            retake = press(ANNA, retake, letter);
        }
    }

    @Test
    void pages_take_the_place_of_the_one_before_and_sharing_is_for_everybody() {
        Reply result = result(ANNA, "A", "B", "C");

        assertThat(audience(command.run(call(ANNA, "")), "A")).isEqualTo(Audience.IN_PLACE);
        assertThat(audience(result, "Why?")).isEqualTo(Audience.IN_PLACE);
        assertThat(audience(result, "Share")).isEqualTo(Audience.EVERYBODY);
        assertThat(audience(press(ANNA, result, "Share"), "Take the quiz")).isEqualTo(Audience.CALLER);
    }

    @Test
    void back_shows_the_question_before_with_its_answer_marked() {
        Reply back = press(ANNA, press(ANNA, command.run(call(ANNA, "")), "B"), "Back");

        assertThat(text(back)).contains("Question 1 of 3", "private words 0B ✓").doesNotContain("0A ✓", "0C ✓");
        assertThat(actions(back).filter(Action::marked).map(Action::label)).containsExactly("B");
        assertThat(labels(back)).containsExactly("A", "B", "C", "Restart");
    }

    @Test
    void restart_forgets_the_answers() {
        Reply restarted = press(ANNA, press(ANNA, command.run(call(ANNA, "")), "B"), "Restart");

        assertThat(actions(restarted).filter(Action::marked)).isEmpty();
        assertThat(restarted).isEqualTo(command.run(call(ANNA, "")));
    }

    @Test
    void a_retake_has_the_last_answers_filled_in() {
        Reply retake = press(ANNA, result(ANNA, "A", "B", "C"), "Change my answers");

        assertThat(text(retake)).contains("private words 0A ✓");
        Reply second = press(ANNA, retake, "C");
        assertThat(text(second)).contains("private words 1B ✓");
        Reply third = press(ANNA, second, "B");
        assertThat(text(third)).contains("private words 2C ✓");
        assertThat(labels(third)).doesNotContain("To the result");
        assertThat(press(ANNA, third, "C")).isEqualTo(result(ANNA, "C", "B", "C"));
        assertThat(press(ANNA, second, "To the result")).isEqualTo(result(ANNA, "C", "B", "C"));
    }

    @Test
    void a_fresh_start_has_none_and_the_other_quiz_begins_at_its_beginning() {
        Reply result = result(ANNA, "A", "B", "C");

        assertThat(press(ANNA, result, "Start afresh")).isEqualTo(command.run(call(ANNA, "")));
        assertThat(press(ANNA, result, "Title of other")).isEqualTo(command.run(call(ANNA, "other")));
    }

    @Test
    void why_quotes_what_the_result_rests_on_and_leads_back() {
        Reply result = result(ANNA, "A", "B", "C");

        Reply why = press(ANNA, result, "Why?");

        assertThat(text(why))
                .contains("Why “Outcome trees-lean”", "Heights0: “private words 0A”, towards tree surgery");
        assertThat(why.blocks())
                .filteredOn(Block.Quote.class::isInstance)
                .hasSize(2)
                .allSatisfy(b -> {
                    assertThat(((Block.Quote) b).origin()).matches("\\[\\d\\] our note on “.+” · .+");
                });
        assertThat(press(ANNA, why, "Back to the result")).isEqualTo(result);
        assertThat(text(press(ANNA, result(ANNA, "B", "B", "B"), "Why?")))
                .contains("None of your answers leans to one role more than to another.");
    }

    @Test
    void an_outcome_between_the_roles_names_both_sides() {
        assertThat(text(result(ANNA, "B", "B", "B")))
                .contains("# Outcome none", "# Where my sources differ", "They differ on who earns more.")
                .contains("• “Self-employed landscape gardeners can earn more than tree surgeons");
    }

    @Test
    void what_is_shared_holds_the_shares_and_none_of_the_answers() {
        Reply shared = press(ANNA, result(ANNA, "A", "B", "C"), "Share");

        assertThat(text(shared))
                .contains("# Title of outdoors · Outcome trees-lean", "• tree surgery: 67% ███████░░░")
                .contains("Taken with /fit.");
        assertThat(shared.toString()).doesNotContain("private words");
        assertThat(painted.get(painted.size() - 1).toString()).doesNotContain("private words");
        assertThat(shared.blocks()).filteredOn(Block.Picture.class::isInstance).hasSize(1);
        assertThat(actions(shared).map(a -> a.id().encode())).containsExactly("fit:start:outdoors");
    }

    @Test
    void whoever_presses_under_a_shared_result_takes_the_quiz_afresh() {
        Reply shared = press(ANNA, result(ANNA, "A", "B", "C"), "Share");

        assertThat(press(BEN, shared, "Take the quiz")).isEqualTo(command.run(call(BEN, "")));
    }

    @Test
    void somebody_elses_quiz_is_refused_kindly_and_left_as_it_is() {
        Reply question = command.run(call(ANNA, ""));
        Reply result = result(ANNA, "A", "B", "C");

        for (Reply refused : List.of(
                press(BEN, question, "A"),
                press(BEN, result, "Share"),
                press(BEN, result, "Why?"),
                press(BEN, result, "Title of other"))) {
            assertThat(refused)
                    .isEqualTo(Reply.aside("That quiz belongs to somebody else. Run /fit to take it yourself."));
        }
    }

    @Test
    void two_members_do_not_meet() {
        Reply anna = command.run(call(ANNA, ""));
        Reply ben = command.run(call(BEN, ""));

        anna = press(ANNA, anna, "A");
        ben = press(BEN, ben, "C");
        anna = press(ANNA, press(ANNA, anna, "A"), "A");
        ben = press(BEN, press(BEN, ben, "C"), "C");

        assertThat(text(anna)).startsWith("# Outcome trees-clear");
        assertThat(text(ben)).startsWith("# Outcome gardens-clear");
    }

    @Test
    void another_process_with_the_same_key_goes_on_where_this_one_stopped() {
        Reply second = press(ANNA, command.run(call(ANNA, "")), "A");

        assertThat(command(OUTDOORS, painter).act(pressing(ANNA, second, "B"))).isEqualTo(press(ANNA, second, "B"));
    }

    @Test
    void a_changed_button_is_answered_with_start_again() {
        ActionId id = pressing(ANNA, command.run(call(ANNA, "")), "A").id();

        for (int i = 0; i < id.payload().length(); i++) {
            char other = id.payload().charAt(i) == 'b' ? 'c' : 'b';
            String payload = id.payload().substring(0, i) + other + id.payload().substring(i + 1);
            assertForged(new ActionId("fit", "go", payload));
        }
        assertForged(new ActionId("fit", "go", ""));
        assertForged(new ActionId("fit", "share", "outdoors/abc123/abc/3"));
    }

    @Test
    void what_was_sealed_for_one_thing_does_not_do_another() {
        ActionId why = pressing(ANNA, result(ANNA, "A", "B", "C"), "Why?").id();

        assertForged(new ActionId("fit", "share", why.payload()));
        assertForged(new ActionId("fit", "go", why.payload()));
    }

    @Test
    void a_sealed_state_that_cannot_be_is_taken_for_forged() {
        FitActions actions = new FitActions(seal());
        QuizState fresh = QuizState.fresh(OUTDOORS);
        QuizState complete = fresh.answered(0).answered(0).answered(0);

        assertForged(actions.sealed("go", ANNA.memberId(), fresh.at(3)));
        assertForged(actions.sealed("go", ANNA.memberId(), new QuizState("outdoors", "abc123", "az-", 2)));
        assertForged(actions.sealed("go", ANNA.memberId(), new QuizState("outdoors", "abc123", "aaaa", 4)));
        assertForged(actions.sealed("share", ANNA.memberId(), fresh));
        assertForged(actions.sealed("share", ANNA.memberId(), complete.at(1)));
        assertForged(actions.sealed("why", ANNA.memberId(), complete.at(2)));
        assertForged(new ActionId("fit", "go", seal().seal("fit:go", ANNA.memberId(), "nonsense")));
    }

    @Test
    void a_quiz_that_has_changed_says_so_and_begins_again_in_its_place() {
        Reply old = press(ANNA, command.run(call(ANNA, "")), "A");
        FitCommand newer = command(Quizzes.version(OUTDOORS, "zzz999"), painter);

        Reply changed = newer.act(pressing(ANNA, old, "B"));

        assertThat(text(changed)).contains("This quiz has changed since you took it");
        assertThat(changed.aside()).isFalse();
        assertThat(newer.act(pressing(ANNA, changed, "Start again"))).isEqualTo(newer.run(call(ANNA, "")));
        assertThat(newer.act(pressing(ANNA, result(ANNA, "A", "A", "A"), "Share"))
                        .aside())
                .isTrue();
    }

    @Test
    void a_quiz_that_is_gone_offers_another() {
        Reply old = press(ANNA, command.run(call(ANNA, "")), "A");
        FitCommand without = new FitCommand(Quizzes.pack(OTHER), seal(), painter);

        Reply gone = without.act(pressing(ANNA, old, "B"));
        assertThat(without.act(pressing(ANNA, gone, "Start again"))).isEqualTo(without.run(call(ANNA, "")));

        Reply shared = press(ANNA, result(ANNA, "A", "A", "A"), "Share");
        assertThat(text(without.act(pressing(BEN, shared, "Take the quiz")))).contains("no longer there", "• other: ");
    }

    @Test
    void an_unknown_verb_is_out_of_date() {
        assertThat(text(command.act(ActionCall.press(ANNA, new ActionId("fit", "dance", "")))))
                .contains("out of date");
    }

    @Test
    void where_nothing_can_be_drawn_words_stand_in() {
        FitCommand plain = command(OUTDOORS, ResultPainter.NONE);
        Reply reply = plain.run(call(ANNA, ""));
        for (String letter : List.of("A", "B", "C")) {
            reply = plain.act(pressing(ANNA, reply, letter));
        }

        assertThat(text(reply))
                .contains("On each dimension: Heights0: all for tree surgery; Tools1: in the middle; Clients2: all for"
                        + " landscape gardening.");
        assertThat(reply.blocks()).noneMatch(Block.Picture.class::isInstance);
    }

    @Test
    void at_the_terminal_it_is_the_same() {
        Reply reply = command.run(call(Caller.TERMINAL, ""));
        for (String letter : List.of("C", "C", "C")) {
            reply = press(Caller.TERMINAL, reply, letter);
        }
        assertThat(text(reply)).startsWith("# Outcome gardens-clear");
    }

    @Test
    void it_presents_itself_within_the_limits() {
        assertThat(command.spec().name()).isEqualTo("fit");
        assertThat(command.spec().description()).hasSizeBetween(1, 100);
        assertThat(command.spec().options()).singleElement().satisfies(o -> {
            assertThat(o.name()).isEqualTo("quiz");
            assertThat(o.description()).isEqualTo("Which quiz: outdoors or other");
            assertThat(o.required()).isFalse();
            assertThat(o.completes()).isTrue();
        });
    }

    @Test
    void a_pack_that_it_cannot_serve_is_refused_at_the_start() {
        assertThatThrownBy(() -> new FitCommand(Quizzes.pack(), seal(), painter))
                .isInstanceOf(IllegalArgumentException.class);
        Quiz unwieldy = Quizzes.quiz("q".repeat(QuizState.MAX_QUIZ_ID + 1), Quizzes.question(0, 1, 100, 0));
        assertThatThrownBy(() -> new FitCommand(Quizzes.pack(unwieldy), seal(), painter))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertForged(ActionId id) {
        assertThat(command.act(ActionCall.press(ANNA, id)))
                .as(id.encode())
                .isEqualTo(Reply.aside("I can't make sense of that button any more. Run /fit to start again."));
    }

    private static FitCommand command(Quiz first, ResultPainter painter) {
        return new FitCommand(Quizzes.pack(first, OTHER), seal(), painter);
    }

    private static ActionSeal seal() {
        return new ActionSeal(new byte[32]);
    }

    private Reply result(Caller caller, String... letters) {
        Reply reply = command.run(call(caller, ""));
        for (String letter : letters) {
            reply = press(caller, reply, letter);
        }
        return reply;
    }

    private Reply press(Caller caller, Reply reply, String label) {
        return command.act(pressing(caller, reply, label));
    }

    private static ActionCall pressing(Caller caller, Reply reply, String label) {
        return ActionCall.press(caller, action(reply, label).id());
    }

    private Audience audience(Reply reply, String label) {
        return command.audience(action(reply, label).id());
    }

    private static Action action(Reply reply, String label) {
        return actions(reply)
                .filter(a -> a.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + labels(reply)));
    }

    private static List<String> labels(Reply reply) {
        return actions(reply).map(Action::label).toList();
    }

    private static Stream<Action> actions(Reply reply) {
        return reply.blocks().stream()
                .flatMap(b -> b instanceof Block.Actions a ? a.actions().stream() : Stream.empty());
    }

    private static CommandCall call(Caller caller, String quiz) {
        return new CommandCall(caller, quiz.isEmpty() ? Map.of() : Map.of("quiz", quiz), Map.of());
    }

    private static String text(Reply reply) {
        return Replies.text(reply);
    }
}
