package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.answer.Feedback;
import dev.rolewise.cascade.RouteLog.Judged;
import dev.rolewise.cascade.RouteLog.Routes;
import dev.rolewise.cascade.Routed;
import dev.rolewise.cascade.RoutedAnswer;
import dev.rolewise.question.Tier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRouteLogTest {
    private static final Instant NOW = Routed.NOW;

    private DatabaseSettings settings;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void empty(@TempDir Path empty) {
        settings = store().empty(empty);
    }

    private static RoutedAnswer answer(String id, double complexity, Instant at) {
        RoutedAnswer made = Routed.answer(id, "What does " + id + " do?", complexity, Tier.CHEAP);
        return new RoutedAnswer(
                id, made.vector(), made.marks(), made.choice(), made.servedBy(), OptionalDouble.of(0.75), at);
    }

    private void record(int mostKept, RoutedAnswer... answers) {
        try (Database database = Database.open(settings);
                DatabaseRouteLog log = new DatabaseRouteLog(database, mostKept)) {
            for (RoutedAnswer answer : answers) {
                log.record(answer);
            }
        }
    }

    private void rate(String answerId, String memberId, Feedback.Rating rating) {
        try (Database database = Database.open(settings)) {
            new DatabaseFeedbackLog(database).record(new Feedback(answerId, memberId, Optional.empty(), rating, NOW));
        }
    }

    private Routes since(Instant since) {
        try (Database database = Database.open(settings);
                DatabaseRouteLog log = new DatabaseRouteLog(database)) {
            return log.since(since);
        }
    }

    @Test
    void an_answer_is_read_as_it_was_recorded() {
        RoutedAnswer recorded = answer("a", 0.25, NOW);
        record(10, recorded);

        assertThat(since(NOW).all()).singleElement().satisfies(read -> {
            assertThat(read.answerId()).isEqualTo("a");
            assertThat(read.vector().cosine(recorded.vector())).isCloseTo(1, within(1e-6));
            assertThat(read.marks()).isEqualTo(recorded.marks());
            assertThat(read.choice()).isEqualTo(recorded.choice());
            assertThat(read.servedBy()).isEqualTo(Tier.CHEAP);
            assertThat(read.keptShare()).hasValue(0.75);
            assertThat(read.at()).isEqualTo(NOW);
        });
        assertThat(since(NOW.plusMillis(1)).all()).isEmpty();
    }

    @Test
    void ratings_are_counted_by_answer_and_those_of_other_answers_left_out() {
        record(10, answer("a", 0.25, NOW), answer("b", 0.75, NOW), answer("c", 0.5, NOW));
        rate("a", "m1", Feedback.Rating.HELPFUL);
        rate("a", "m2", Feedback.Rating.UNHELPFUL);
        rate("a", "m3", Feedback.Rating.HELPFUL);
        rate("b", "m1", Feedback.Rating.UNHELPFUL);
        rate("of nobody's routing", "m4", Feedback.Rating.HELPFUL);

        Routes routes = since(NOW);

        assertThat(routes.all()).hasSize(3);
        assertThat(routes.members()).isEqualTo(3);
        assertThat(routes.judged()).extracting(j -> j.answer().answerId()).containsExactly("a", "b");
        assertThat(routes.judged()).extracting(Judged::helpful).containsExactly(2, 0);
        assertThat(routes.judged()).extracting(Judged::unhelpful).containsExactly(1, 1);
        assertThat(routes.judged().get(1).share()).isZero();
    }

    @Test
    void the_same_answer_once_more_counts_as_it_was_routed_last() {
        record(10, answer("a", 0.25, NOW), answer("a", 0.3, NOW.plusSeconds(1)));

        assertThat(since(NOW.plusSeconds(1)).all())
                .singleElement()
                .satisfies(a -> assertThat(a.choice().complexity()).isEqualTo(0.3));
        assertThat(since(Instant.EPOCH).all()).hasSize(1);
    }

    @Test
    void what_is_older_than_half_a_year_goes() {
        record(10, answer("old", 0.25, NOW.minus(Duration.ofDays(184))));
        assertThat(since(Instant.EPOCH).all()).hasSize(1);

        record(10, answer("new", 0.5, NOW));

        assertThat(since(Instant.EPOCH).all())
                .extracting(RoutedAnswer::answerId)
                .containsExactly("new");
    }

    @Test
    void where_there_are_too_many_the_oldest_go() {
        record(
                2,
                answer("a", 0.1, NOW),
                answer("b", 0.2, NOW.plusSeconds(1)),
                answer("c", 0.3, NOW.plusSeconds(2)),
                answer("d", 0.4, NOW.plusSeconds(3)));

        assertThat(since(Instant.EPOCH).all())
                .extracting(RoutedAnswer::answerId)
                .containsExactly("c", "d");
    }
}
