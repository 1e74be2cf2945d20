package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.server.GapLog.Gap;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import dev.rolewise.testing.SetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InsightsTest {
    private final KeptGaps log = new KeptGaps();
    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final AtomicInteger id = new AtomicInteger();
    private final KeptAsked asked = new KeptAsked();
    private final PopularQuestions popular = new PopularQuestions(asked, clock);
    private final Insights insights =
            new Insights(log, popular, "shy"::equals, () -> "g" + id.incrementAndGet(), Runnable::run, clock);

    @Test
    void a_question_that_was_not_answered_or_whose_answer_did_not_help_is_missed() {
        insights.given("mia", "1", profile("one"), Status.NOT_COVERED);
        insights.given("mia", "1", profile("two"), Status.ANSWERED);
        insights.given("mia", "1", profile("three"), Status.OUT_OF_SCOPE);
        insights.rated("mia", "1", profile("two"), false);
        insights.rated("mia", "1", profile("four"), true);

        assertThat(log.gaps).extracting(Gap::question).containsExactly("one", "two");
        assertThat(log.gaps).extracting(Gap::reason).containsExactly("not-covered", "unhelpful");
        assertThat(log.counts.stream().mapToLong(GapLog.Topic::asked).sum()).isEqualTo(3);
        assertThat(log.counts.stream().mapToLong(GapLog.Topic::helpful).sum()).isEqualTo(1);
        assertThat(log.counts.stream().mapToLong(GapLog.Topic::unhelpful).sum()).isEqualTo(1);
    }

    @Test
    void nothing_of_a_member_who_opted_out_is_written_or_counted() {
        insights.given("shy", "1", profile("one"), Status.NOT_COVERED);
        insights.rated("shy", "1", profile("one"), false);

        assertThat(log.gaps).isEmpty();
        assertThat(log.counts).isEmpty();
        assertThat(asked.kept).isEmpty();
    }

    @Test
    void what_tells_of_the_asker_is_counted_and_not_written_down() {
        QuestionProfile personal = personal("I have four years of climbing, what now?");
        insights.given("mia", "1", personal, Status.NOT_COVERED);
        insights.rated("mia", "1", personal, false);

        assertThat(log.gaps).isEmpty();
        assertThat(asked.kept).isEmpty();
        assertThat(log.counts).hasSize(2);
    }

    @Test
    void what_was_answered_is_kept_too_with_its_rating_for_what_is_asked_most() {
        insights.given("mia", "1", profile("one"), Status.ANSWERED);
        insights.given("tom", "1", profile("two"), Status.NOT_COVERED);
        insights.rated("mia", "1", profile("one"), true);

        assertThat(asked.kept).extracting(k -> k.asked().question()).containsExactly("one", "two");
        assertThat(asked.kept).extracting(AskedLog.Kept::helpful).containsExactly(Optional.of(true), Optional.empty());

        insights.takenBack("mia", "1", profile("one"));
        assertThat(asked.kept).extracting(AskedLog.Kept::helpful).containsOnly(Optional.empty());
    }

    @Test
    void nothing_is_written_on_the_thread_that_answers() {
        List<Runnable> later = new ArrayList<>();
        Insights insights = new Insights(log, popular, member -> false, () -> "g", later::add, clock);
        insights.given("mia", "1", profile("one"), Status.NOT_COVERED);
        insights.rated("mia", "1", profile("one"), true);
        assertThat(log.counts).isEmpty();
        assertThat(asked.kept).isEmpty();

        later.forEach(Runnable::run);
        assertThat(asked.kept).extracting(AskedLog.Kept::helpful).containsExactly(Optional.of(true));
    }

    @Test
    void questions_that_mean_about_the_same_are_one_gap_the_most_asked_first() {
        add("old", 1, 0.1f);
        add("other", 0, 1);
        add("like other", 0.3f, 1);
        add("like old", 1, 0);
        add("newest like old", 1, 0.2f);

        List<Insights.Cluster> gaps = insights.gaps("1");

        assertThat(gaps).extracting(c -> c.gaps().size()).containsExactly(3, 2);
        assertThat(gaps).extracting(Insights.Cluster::question).containsExactly("newest like old", "like other");
        assertThat(gaps.get(0).unhelpful()).isEqualTo(3);
    }

    @Test
    void a_gap_that_has_an_answer_now_is_forgotten_with_all_that_mean_the_same() {
        Gap one = add("one", 1, 0.1f);
        add("like one", 1, 0);
        add("other", 0, 1);

        insights.answered("2", one.question());
        assertThat(insights.gaps("1")).hasSize(2);
        insights.answered("1", one.question());

        assertThat(insights.gaps("1")).extracting(Insights.Cluster::question).containsExactly("other");
    }

    @Test
    void a_gap_is_that_servers_alone_and_of_the_last_thirty_days() {
        Gap one = add("one", 1, 0);
        assertThat(insights.gap("1", one.id())).contains(one);
        assertThat(insights.gap("2", one.id())).isEmpty();

        clock.advance(Duration.ofDays(30).plusSeconds(5));
        assertThat(insights.gap("1", one.id())).isEmpty();
        assertThat(insights.gaps("1")).isEmpty();
    }

    @Test
    void a_record_that_cannot_be_written_is_no_trouble_for_who_asks() {
        Insights broken = new Insights(
                log,
                popular,
                member -> {
                    throw new UncheckedIOException(new IOException("no disk"));
                },
                () -> "g",
                Runnable::run,
                clock);

        assertThatCode(() -> broken.given("mia", "1", profile("one"), Status.NOT_COVERED))
                .doesNotThrowAnyException();
    }

    private Gap add(String question, float... meaning) {
        clock.advance(Duration.ofSeconds(1));
        Gap gap = new Gap(
                "g" + id.incrementAndGet(),
                "1",
                question,
                "tools",
                Embedding.of(meaning),
                "unhelpful",
                clock.instant());
        log.add(gap, "m1");
        return gap;
    }

    private static QuestionProfile profile(String text) {
        return Profiles.of(text, List.of(), Set.of(), new HashedWords());
    }

    private static QuestionProfile personal(String text) {
        QuestionProfile p = profile(text);
        return new QuestionProfile(
                text,
                p.roles(),
                p.from(),
                p.to(),
                p.aspect(),
                p.intent(),
                p.intentConfidence(),
                p.polarity(),
                p.complexity(),
                true,
                p.presupposes(),
                p.quantities(),
                p.terms(),
                p.parts(),
                p.embedding());
    }
}
