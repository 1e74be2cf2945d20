package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InsightsCommandTest {
    private static final Caller BOB = new Caller("bob", Optional.of("1"), "11", true);
    private static final Caller ELSEWHERE = new Caller("eve", Optional.of("2"), "21", true);

    private final KeptGaps log = new KeptGaps();
    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final AtomicInteger id = new AtomicInteger();
    private final Corrections corrections = new Corrections(
            new KeptCorrections(),
            new ReuseGuard(0),
            question -> CorrectionsTest.ANALYZER.analyze(Question.of(question)),
            server -> {},
            () -> "c" + id.incrementAndGet(),
            work -> {},
            new FakeTicker(),
            clock);
    private final KeptAsked asked = new KeptAsked();
    private final PopularQuestions popular = new PopularQuestions(asked, clock);
    private final InsightsCommand command = new InsightsCommand(
            new Insights(log, popular, member -> false, () -> "x", Runnable::run, clock),
            popular,
            corrections,
            text -> text.replace("secret", "…"));

    @Test
    void what_is_missed_is_shown_with_counts_examples_and_a_button_each() {
        add("g1", "Is there a permit?", "not-covered", 1, 0.1f);
        add("g2", "Need I a permit?", "unhelpful", 1, 0);
        add("g3", "Which boots?", "not-covered", 0, 1);
        log.count("1", "tools", Optional.empty(), clock.instant());

        Reply shown = command.run(call(BOB));

        assertThat(CorrectionsCommandTest.text(shown))
                .contains("1. Need I a permit?", "asked 2 times, 1 of them 👎", "also: Is there a permit?")
                .contains("2. Which boots?", "asked once", "tools");
        assertThat(CorrectionsCommandTest.verbs(shown)).containsExactly("write", "write");
        assertThat(CorrectionsCommandTest.text(command.run(call(ELSEWHERE)))).contains("Nothing so far");
    }

    @Test
    void what_several_ask_is_shown_between_with_its_share_of_thumbs_and_a_button() {
        ask("mia", "Which boots do tree surgeons wear?", 1, 0);
        ask("tom", "What boots does a tree surgeon wear?", 1, 0.1f);
        ask("tom", "What rope, and whose?", 0, 1);
        asked.rate("1", "tom", "What boots does a tree surgeon wear?", Optional.of(true));

        Reply shown = command.run(call(BOB));

        assertThat(CorrectionsCommandTest.text(shown))
                .containsSubsequence("What members here miss", "What they ask most", "What they ask about")
                .contains(
                        "A. What boots does a tree surgeon wear?",
                        "asked 2 times by 2 members, 👍 100% of 1; also: Which boots do tree surgeons wear?",
                        "at least 2 members")
                .doesNotContain("whose");
        assertThat(CorrectionsCommandTest.verbs(shown)).containsExactly("answer");
        assertThat(CorrectionsCommandTest.text(command.run(call(ELSEWHERE))))
                .contains("Nothing so far that 2 members have asked")
                .doesNotContain("boots");
    }

    @Test
    void an_answer_to_what_several_ask_is_served_and_asked_for_no_more_and_the_gap_is_gone() {
        String question = "Which boots do tree surgeons wear?";
        ask("mia", question, 1, 0);
        ask("tom", question, 1, 0);
        add("g1", question, "unhelpful", 1, 0);
        assertThat(CorrectionsCommandTest.text(command.run(call(BOB)))).contains("by 2 members, see 1 above");
        assertThat(CorrectionsCommandTest.verbs(command.run(call(BOB)))).containsExactly("write");
        assertThat(command.form(press(BOB, "answer", "a1"))
                        .orElseThrow()
                        .fields()
                        .get(0)
                        .value())
                .contains(question);
        assertThat(command.form(press(ELSEWHERE, "answer", "a1"))).isEmpty();
        assertThat(command.form(press(BOB, "write", "a1"))).isEmpty();
        assertThat(command.form(press(BOB, "answer", "a9"))).isEmpty();

        submit(BOB, "answer", "a1", question, "The red ones.");

        assertThat(log.gaps).isEmpty();
        Reply shown = command.run(call(BOB));
        assertThat(CorrectionsCommandTest.text(shown))
                .contains("A. " + question, "by 2 members, this server's own answer is given");
        assertThat(CorrectionsCommandTest.verbs(shown)).isEmpty();
    }

    @Test
    void the_longest_of_everything_fits_in_one_message() {
        for (int i = 0; i < 6; i++) {
            for (String member : List.of("m" + i, "n" + i)) {
                String question = member + " " + "why ".repeat(74);
                ask(member, question, axis(i));
                add("g" + member, "gap " + question, "unhelpful", axis(i));
                add("h" + member, "or " + question, "unhelpful", axis(i));
            }
        }
        for (int i = 0; i < 9; i++) {
            log.count("1", "accessibility-and-future-" + i, Optional.of(true), clock.instant());
        }

        Reply shown = command.run(call(BOB));

        assertThat(CorrectionsCommandTest.verbs(shown)).hasSize(10);
        assertThat(shown.blocks().stream()
                        .map(InsightsCommandTest::text)
                        .mapToInt(text -> text.length() + "-# \n\n".length())
                        .sum())
                .isLessThan(4_000);
    }

    @Test
    void an_answer_that_is_written_is_served_masked_and_the_gap_is_gone() {
        add("g1", "Is there a secret permit?", "not-covered", 1, 0);
        assertThat(command.form(press(BOB, "g1")).orElseThrow().fields().get(0).value())
                .contains("Is there a secret permit?");

        Reply written = submit(BOB, "g1", "Is there a secret permit?", "Yes, a secret one.");

        assertThat(CorrectionsCommandTest.verbs(written)).containsExactly("edit", "undo");
        assertThat(corrections.of("1")).singleElement().satisfies(c -> {
            assertThat(c.question()).isEqualTo("Is there a … permit?");
            assertThat(c.answer()).isEqualTo("Yes, a … one.");
        });
        assertThat(log.gaps).isEmpty();
    }

    @Test
    void another_server_can_open_and_answer_nothing_of_it() {
        add("g1", "Is there a permit?", "not-covered", 1, 0);

        assertThat(command.form(press(ELSEWHERE, "g1"))).isEmpty();
        submit(ELSEWHERE, "g1", "Anything?", "Something.");

        assertThat(log.gaps).hasSize(1);
        assertThat(corrections.of("1")).isEmpty();
    }

    @Test
    void a_gap_that_is_gone_opens_no_form_and_says_so() {
        assertThat(command.form(press(BOB, "g9"))).isEmpty();
        assertThat(CorrectionsCommandTest.text(command.act(press(BOB, "g9")))).contains("not there any more");
        assertThat(command.decline(call(Caller.member("bob", Optional.empty(), "31"))))
                .isPresent();
        assertThat(command.decline(press(Caller.member("bob", Optional.empty(), "31"), "g9")))
                .isPresent();
    }

    private void add(String gap, String question, String reason, float... meaning) {
        clock.advance(Duration.ofSeconds(1));
        log.add(new GapLog.Gap(gap, "1", question, "tools", Embedding.of(meaning), reason, clock.instant()), "m1");
    }

    private void ask(String member, String question, float... meaning) {
        clock.advance(Duration.ofSeconds(1));
        asked.add(new AskedLog.Asked("1", question, "matter", Embedding.of(meaning), clock.instant()), member);
    }

    private static float[] axis(int which) {
        float[] values = new float[9];
        values[which] = 1;
        return values;
    }

    private static String text(Block block) {
        if (block instanceof Block.Line line) {
            return "• **" + line.label().orElse("") + "** " + line.text();
        }
        return block instanceof Block.Actions ? "" : block.toString();
    }

    private Reply submit(Caller caller, String gap, String question, String answer) {
        return submit(caller, "write", gap, question, answer);
    }

    private Reply submit(Caller caller, String verb, String id, String question, String answer) {
        return command.act(new ActionCall(
                caller,
                new ActionId(InsightsCommand.NAME, verb, id),
                Map.of("question", question, "answer", answer),
                List.of()));
    }

    private static ActionCall press(Caller caller, String gap) {
        return press(caller, "write", gap);
    }

    private static ActionCall press(Caller caller, String verb, String id) {
        return ActionCall.press(caller, new ActionId(InsightsCommand.NAME, verb, id));
    }

    private static CommandCall call(Caller caller) {
        return new CommandCall(caller, Map.of(), Map.of());
    }
}
