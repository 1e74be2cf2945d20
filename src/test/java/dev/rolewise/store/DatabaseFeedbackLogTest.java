package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.answer.FeedbackLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFeedbackLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private DatabaseSettings settings;
    private Database database;
    private DatabaseFeedbackLog log;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void open(@TempDir Path empty) {
        settings = store().empty(empty);
        database = Database.open(settings);
        log = new DatabaseFeedbackLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_rating_is_found_again_by_answer_and_member() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        log.record(feedback("a2", "m1", Rating.UNHELPFUL, NOON));

        assertThat(log.ratingBy("a1", "m1")).contains(Rating.HELPFUL);
        assertThat(log.ratingBy("a2", "m1")).contains(Rating.UNHELPFUL);
        assertThat(log.ratingBy("a1", "m2")).isEmpty();
    }

    @Test
    void ratings_of_one_answer_are_counted_over_all_members_and_servers() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        log.record(feedback("a1", "m2", Rating.HELPFUL, NOON));
        log.record(new Feedback("a1", "m3", Optional.empty(), Rating.UNHELPFUL, NOON));
        log.record(feedback("a2", "m1", Rating.UNHELPFUL, NOON));

        assertThat(log.ratingsOf("a1")).isEqualTo(new FeedbackLog.Ratings(2, 1));
        assertThat(log.ratingsOf("a3")).isEqualTo(new FeedbackLog.Ratings(0, 0));
    }

    @Test
    void everything_is_kept_as_it_was_given() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        log.record(new Feedback("a2", "m1", Optional.empty(), Rating.UNHELPFUL, NOON));

        assertThat(rows())
                .extracting(row -> row.get("server_id"), row -> row.get("rating"), row -> row.get("rated_at"))
                .containsExactly(
                        tuple("s1", "HELPFUL", NOON.toEpochMilli()), tuple(null, "UNHELPFUL", NOON.toEpochMilli()));
    }

    @Test
    void a_later_rating_of_the_same_answer_replaces_the_earlier() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        log.record(feedback("a1", "m1", Rating.UNHELPFUL, NOON.plusSeconds(60)));

        assertThat(log.ratingBy("a1", "m1")).contains(Rating.UNHELPFUL);
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("rated_at", NOON.plusSeconds(60).toEpochMilli()));
    }

    @Test
    void pressing_the_same_again_changes_nothing() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON.plusSeconds(60)));

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("rated_at", NOON.toEpochMilli()));
    }

    @Test
    void a_withdrawn_rating_is_gone_and_the_others_stay() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        log.record(feedback("a1", "m2", Rating.HELPFUL, NOON));

        log.withdraw("a1", "m1");
        log.withdraw("a1", "nobody");

        assertThat(log.ratingBy("a1", "m1")).isEmpty();
        assertThat(log.ratingBy("a1", "m2")).contains(Rating.HELPFUL);
    }

    @Test
    void ratings_survive_reopening() {
        log.record(feedback("a1", "m1", Rating.HELPFUL, NOON));
        database.close();

        try (Database again = Database.open(settings)) {
            assertThat(new DatabaseFeedbackLog(again).ratingBy("a1", "m1")).contains(Rating.HELPFUL);
        }
    }

    @Test
    void ids_are_data_and_never_part_of_a_statement() {
        String hostile = "x'; DROP TABLE feedback; --";
        log.record(feedback(hostile, "m1", Rating.HELPFUL, NOON));

        assertThat(log.ratingBy(hostile, "m1")).contains(Rating.HELPFUL);
    }

    @Test
    void two_hundred_concurrent_ratings_over_two_openings_are_all_there() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Database other = Database.open(settings)) {
            List<DatabaseFeedbackLog> logs = List.of(log, new DatabaseFeedbackLog(other));
            List<Callable<Object>> writes = IntStream.range(0, 200)
                    .mapToObj(i -> Executors.callable(
                            () -> logs.get(i % 2).record(feedback("a" + i / 2, "m" + i % 2, Rating.HELPFUL, NOON))))
                    .toList();
            for (Future<Object> written : threads.invokeAll(writes)) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(rows()).hasSize(200);
    }

    @Test
    void a_long_or_empty_id_is_refused() {
        assertThatThrownBy(() -> feedback(" ", "m1", Rating.HELPFUL, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answer");
        assertThatThrownBy(() -> feedback("a1", "m".repeat(65), Rating.HELPFUL, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("member");
    }

    private List<Map<String, Object>> rows() {
        return database.read(handle -> handle.createQuery("SELECT * FROM feedback ORDER BY answer_id, member_id")
                .mapToMap()
                .list());
    }

    private static Feedback feedback(String answer, String member, Rating rating, Instant at) {
        return new Feedback(answer, member, Optional.of("s1"), rating, at);
    }
}
