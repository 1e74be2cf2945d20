package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
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
    private final InsightsCommand command = new InsightsCommand(
            new Insights(log, member -> false, () -> "x", Runnable::run, clock),
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

    private Reply submit(Caller caller, String gap, String question, String answer) {
        return command.act(new ActionCall(
                caller,
                new ActionId(InsightsCommand.NAME, "write", gap),
                Map.of("question", question, "answer", answer),
                List.of()));
    }

    private static ActionCall press(Caller caller, String gap) {
        return ActionCall.press(caller, new ActionId(InsightsCommand.NAME, "write", gap));
    }

    private static CommandCall call(Caller caller) {
        return new CommandCall(caller, Map.of(), Map.of());
    }
}
