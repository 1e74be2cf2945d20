package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.SetClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which questions a correction answers is what the cache's guard says, with the words of the small pack. */
class CorrectionsTest {
    static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.gardeners(),
            new HashedWords(),
            new PackAnalyzer(Packs.gardeners()),
            IntentClassifier.train(Packs.gardeners(), new HashedWords()));

    private static final String CHANGE = "How do I go from landscaper to arborist?";

    private final KeptCorrections store = new KeptCorrections();
    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final FakeTicker ticker = new FakeTicker();
    private final List<String> told = new ArrayList<>();
    private final List<String> analysed = new ArrayList<>();
    private final AtomicInteger id = new AtomicInteger();
    private final Queue<Runnable> ahead = new ArrayDeque<>();
    private final Corrections corrections = new Corrections(
            store,
            new ReuseGuard(0),
            question -> {
                analysed.add(question);
                return understood(question);
            },
            told::add,
            () -> "c" + id.incrementAndGet(),
            ahead::add,
            ticker,
            clock);

    @Test
    void a_correction_answers_its_question_and_those_that_ask_the_same() {
        write("What tools does an arborist use?", "Only spades.");

        assertThat(served("What tools does an arborist use?")).contains("Only spades.");
        assertThat(served("tools used by tree surgeons")).contains("Only spades.");
        assertThat(corrections
                        .served("1", understood("what tools does an arborist use?"))
                        .orElseThrow()
                        .date())
                .isEqualTo("2026-11-21");
        assertThat(told).containsExactly("1");
    }

    @Test
    void a_question_is_analysed_when_it_is_written_and_never_again() {
        write(CHANGE, "Ask the crew.");
        assertThat(analysed).containsExactly(CHANGE);

        ticker.advance(Duration.ofMinutes(1));
        assertThat(corrections.live("1")).hasSize(1);
        assertThat(served(CHANGE)).contains("Ask the crew.");

        assertThat(analysed).containsExactly(CHANGE);
    }

    @Test
    void what_there_is_is_named_without_analysing_anything() {
        store.put(new Correction("c9", "1", CHANGE, "Ask the crew.", true, "", false, "m1", clock.instant()));

        assertThat(corrections.live("1")).hasSize(1);

        assertThat(analysed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I go from arborist to landscaper?",
                "How do I not go from landscaper to arborist?",
                "What does an arborist earn?",
                "How do I go from landscaper to arborist? And what do they earn?"
            })
    void a_question_that_asks_something_else_is_not_answered_by_it(String other) {
        write(CHANGE, "Ask the crew.");

        assertThat(served(CHANGE)).contains("Ask the crew.");
        assertThat(served(other)).isEmpty();
    }

    @Test
    void everyday_words_for_the_same_matter_get_the_answer_and_other_matters_do_not() {
        write("When do we meet?", "Tuesdays 18:00 in #stage");

        assertThat(served("hey, what time do we get together?")).contains("Tuesdays 18:00 in #stage");
        assertThat(served("Where do we meet?")).isEmpty();
        assertThat(served("Who do we meet?")).isEmpty();
    }

    @Test
    void where_two_answers_would_suit_the_very_question_counts_and_else_none_is_served_but_one_is_offered() {
        write("What time do we meet?", "18:00");
        write("On which day do we meet?", "Tuesdays");

        assertThat(served("what time do we MEET?")).contains("18:00");
        assertThat(served("When do we get together?")).isEmpty();
        assertThat(corrections.near("1", understood("When do we get together?")))
                .isPresent();
    }

    @Test
    void where_two_answers_say_the_same_it_is_served() {
        write("What time do we meet?", "Tuesdays 18:00");
        write("On which day do we meet?", "Tuesdays 18:00");

        assertThat(served("When do we get together?")).contains("Tuesdays 18:00");
    }

    @Test
    void what_a_server_has_is_analysed_ahead_of_the_first_question() {
        store.put(new Correction("c8", "1", CHANGE, "Ask the crew.", true, "", false, "m1", clock.instant()));
        store.put(new Correction("c9", "1", "When do we meet?", "Tuesdays", true, "", false, "m1", clock.instant()));

        corrections.prepare("1");
        assertThat(analysed).isEmpty();
        while (!ahead.isEmpty()) {
            ahead.remove().run();
        }
        assertThat(analysed).containsExactlyInAnyOrder(CHANGE, "When do we meet?");
        analysed.clear();

        assertThat(served("When do we meet?")).contains("Tuesdays");
        assertThat(analysed).isEmpty();
    }

    @Test
    void another_server_has_no_part_in_it() {
        Correction written = write(CHANGE, "Ask the crew.");

        assertThat(corrections.served("2", understood(CHANGE))).isEmpty();
        assertThat(corrections.correction("2", written.id())).isEmpty();
        assertThat(corrections.edit("2", written.id(), "x", "m2")).isEmpty();
        assertThat(corrections.withdraw("2", written.id(), "m2")).isEmpty();
        assertThat(corrections.undo("2", written.id(), "m2")).isEmpty();
        assertThat(served(CHANGE)).contains("Ask the crew.");
    }

    @Test
    void it_is_edited_withdrawn_and_each_is_undone_and_done_again() {
        String written = write(CHANGE, "one").id();
        corrections.edit("1", written, "two", "m2");
        assertThat(served(CHANGE)).contains("two");
        corrections.undo("1", written, "m2");
        assertThat(served(CHANGE)).contains("one");
        corrections.undo("1", written, "m2");
        assertThat(served(CHANGE)).contains("two");

        corrections.withdraw("1", written, "m2");
        assertThat(served(CHANGE)).isEmpty();
        corrections.undo("1", written, "m2");
        assertThat(served(CHANGE)).contains("two");
    }

    @Test
    void undoing_the_first_writing_leaves_no_answer() {
        String written = write(CHANGE, "one").id();

        corrections.undo("1", written, "m1");

        assertThat(served(CHANGE)).isEmpty();
        assertThat(corrections.live("1")).isEmpty();
    }

    @Test
    void the_same_question_once_more_changes_the_answer_that_is_there() {
        Correction first = write(CHANGE, "one");
        clock.advance(Duration.ofSeconds(1));
        List<String> before = corrections.live("1");

        Correction second = write(CHANGE.toUpperCase(java.util.Locale.ROOT), "two");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(corrections.of("1")).hasSize(1);
        assertThat(corrections.live("1")).hasSize(1).isNotEqualTo(before);
    }

    @Test
    void where_there_are_too_many_one_that_was_withdrawn_gives_way_and_one_that_is_served_never_does() {
        List<Correction> all = new ArrayList<>();
        for (int i = 0; i < Corrections.MOST; i++) {
            all.add(write("question " + i, "answer"));
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(corrections.write("1", "one more", "answer", "m1")).isEmpty();
        assertThat(corrections.write("1", "question 0", "other", "m1")).isPresent();

        corrections.withdraw("1", all.get(7).id(), "m1");

        assertThat(corrections.write("1", "one more", "answer", "m1")).isPresent();
        assertThat(corrections.of("1")).hasSize(Corrections.MOST);
        assertThat(corrections.correction("1", all.get(7).id())).isEmpty();
        assertThat(corrections.write("2", "one more", "answer", "m1")).isPresent();
    }

    @Test
    void what_another_process_wrote_is_served_within_half_a_minute() {
        assertThat(served(CHANGE)).isEmpty();
        store.put(new Correction("x", "1", CHANGE, "elsewhere", true, "", false, "m1", clock.instant()));
        ticker.advance(Duration.ofSeconds(31));

        assertThat(served(CHANGE)).contains("elsewhere");
    }

    private Correction write(String question, String answer) {
        return corrections.write("1", question, answer, "m1").orElseThrow();
    }

    private Optional<String> served(String question) {
        return corrections.served("1", understood(question)).map(ServerKnowledge.Correction::text);
    }

    private static QuestionProfile understood(String question) {
        return ANALYZER.analyze(Question.of(question));
    }
}
