package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import dev.rolewise.server.AskedLog;
import dev.rolewise.server.GapLog;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are kept without a member's id are found by it, and go. */
class ForgottenRowsTest {
    private static final String MIA = "770000000000000001";
    private static final String TOM = "770000000000000002";

    private final SetClock clock = new SetClock("2026-03-01T12:00:00Z");
    private final Database database;
    private final DatabasePersonalData data;
    private final DatabaseGapLog gaps;
    private final DatabaseAskedLog asked;
    private final DatabaseSharedNames names;

    ForgottenRowsTest(@TempDir Path folder) {
        this.database = Database.open(store().empty(folder));
        this.data = new DatabasePersonalData(database, clock);
        this.gaps = new DatabaseGapLog(database);
        this.asked = new DatabaseAskedLog(database);
        this.names = new DatabaseSharedNames(database);
    }

    TestStore store() {
        return TestStore.SQLITE;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void open_questions_are_shown_to_and_deleted_for_whoever_asked_them() {
        gaps.add(gap("one", "Do they need saws?"), MIA);
        gaps.add(gap("two", "Do they need ropes?"), TOM);

        assertThat(data.about(MIA))
                .isEqualTo(Map.of(
                        "Questions of yours that I could not answer well",
                        List.of(Map.of(
                                "question", "Do they need saws?",
                                "topic", "tools",
                                "server", "s1",
                                "reason", "not-covered",
                                "at", "2026-03-01T12:00:00Z"))));
        assertThat(data.delete(MIA)).isEqualTo(1);
        assertThat(gaps.of("s1", clock.instant(), 10))
                .extracting(GapLog.Gap::id)
                .containsExactly("two");
    }

    @Test
    void questions_that_count_for_what_is_asked_most_are_shown_to_and_deleted_for_whoever_asked_them() {
        asked.add(asked("Which saw?"), MIA);
        asked.add(asked("Which rope?"), MIA);
        asked.add(asked("Which saw?"), TOM);
        asked.rate("s1", MIA, "Which rope?", Optional.of(true));
        String kind = "Questions of yours that count for what is asked most";

        assertThat(data.servers()).containsExactly("s1");
        assertThat(data.about(MIA)).containsOnlyKeys(kind);
        assertThat(data.about(MIA).get(kind))
                .extracting(row -> row.get("question"))
                .containsExactlyInAnyOrder("Which saw?", "Which rope?");
        assertThat(data.about(MIA).get(kind))
                .filteredOn(row -> row.containsKey("rating"))
                .singleElement()
                .isEqualTo(Map.of(
                        "question", "Which rope?", "server", "s1", "rating", "HELPFUL", "at", "2026-03-01T12:00:00Z"));
        assertThat(data.delete(MIA)).isEqualTo(2);
        assertThat(asked.of("s1", clock.instant()))
                .extracting(k -> k.asked().question())
                .containsExactly("Which saw?");
        assertThat(data.optOut(TOM, true)).isEqualTo(1);
        assertThat(data.about(TOM)).isEmpty();
    }

    @Test
    void no_row_has_the_id_and_another_database_has_other_codes(@TempDir Path other) {
        gaps.add(gap("one", "Do they need saws?"), MIA);
        String code = code();

        assertThat(code).hasSize(MemberCodes.LENGTH).doesNotContain(MIA);
        assertThat(new MemberCodes(database).of(MIA)).isEqualTo(code);
        try (Database elsewhere = Database.open(other)) {
            assertThat(new MemberCodes(elsewhere).of(MIA)).isNotEqualTo(code);
        }
    }

    @Test
    void names_of_shared_answers_are_found_by_member_and_server_until_they_expire() {
        Scope server = new Scope(Optional.of("s1"));
        names.keep("a", Optional.of(MIA), Scope.INSTALLATION, clock.instant());
        names.keep("b", Optional.of(TOM), server, clock.instant());
        names.keep("c", Optional.empty(), server, clock.instant());
        names.keep("b", Optional.of(MIA), server, clock.instant().plusSeconds(9));

        assertThat(names.ofMember(MIA)).containsExactly("a", "b");
        assertThat(names.ofMember(TOM)).isEmpty();
        assertThat(names.ofServer("s1")).containsExactly("b", "c");
        names.expire(clock.instant().plusSeconds(1));
        assertThat(names.ofMember(MIA)).containsExactly("b");
        assertThat(data.delete(MIA)).isEqualTo(1);
        assertThat(names.ofServer("s1")).isEmpty();
    }

    @Test
    void a_wish_is_kept_once_with_its_first_date_and_taken_back() {
        gaps.add(gap("one", "Do they need saws?"), MIA);
        assertThat(data.optOut(MIA, true)).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(data.optOut(MIA, true)).isZero();

        assertThat(data.optedOutSince(MIA)).contains(clock.instant().minus(Duration.ofDays(1)));
        assertThat(data.optedOut(TOM)).isFalse();
        assertThat(data.optOut(MIA, false)).isZero();
        assertThat(data.optedOut(MIA)).isFalse();
    }

    @Test
    void ratings_of_reused_answers_go_with_the_server_where_they_were_given() {
        rated("a1", "s1");
        rated("a2", "s2");
        data.left("s1", true);
        assertThat(data.servers()).contains("s1", "s2");

        data.deleteServer("s1");

        assertThat(data.servers()).containsExactly("s2");
        assertThat(data.leftBefore(Long.MAX_VALUE)).isEmpty();
        assertThat(data.about(MIA).get("Your ratings of answers that were made for other words"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).containsEntry("answer", "a2"));
    }

    @Test
    void what_is_old_goes_and_what_is_not_stays() {
        rated("a1", "s1");
        gaps.add(gap("one", "Do they need saws?"), MIA);
        gaps.count("s1", "tools", Optional.empty(), clock.instant());
        asked.add(asked("Which saw?"), MIA);
        database.write(handle -> handle.execute("INSERT INTO spending (holder, holder_id, period, money_nanos,"
                + " settled_nanos, calls) VALUES ('MEMBER', '" + MIA + "', '2026-02-28', 1, 1, 1), ('MEMBER', '" + MIA
                + "', '2026-03-01', 1, 1, 1), ('SERVER', 's1', '2026-02-28', 1, 1, 1)"));
        long now = clock.millis();

        assertThat(data.expire(now, now, now)).isEqualTo(1);
        assertThat(data.about(MIA).get("What your questions cost, by day")).hasSize(1);
        clock.advance(Duration.ofDays(1));
        long later = clock.millis();
        assertThat(data.expire(later, now, now)).isEqualTo(4);
        assertThat(data.about(MIA))
                .containsOnlyKeys("Your ratings of answers", "Your ratings of answers that were made for other words");
        assertThat(data.expire(later, later, later)).isEqualTo(2);
        assertThat(data.about(MIA)).isEmpty();
    }

    private void rated(String answer, String server) {
        new DatabaseFeedbackLog(database)
                .record(new Feedback(answer, MIA, Optional.of(server), Rating.HELPFUL, clock.instant()));
        new DatabaseReuseLog(database).record(new ReuseLog.Judged(answer, MIA, 0.9, true, clock.instant()));
    }

    private String code() {
        return database.read(handle -> handle.createQuery("SELECT asked_by FROM gap")
                .mapTo(String.class)
                .one());
    }

    private AskedLog.Asked asked(String question) {
        return new AskedLog.Asked("s1", question, "", Embedding.of(new float[] {1, 0}), clock.instant());
    }

    private GapLog.Gap gap(String id, String question) {
        return new GapLog.Gap(
                id, "s1", question, "tools", Embedding.of(new float[] {1, 0}), "not-covered", clock.instant());
    }
}
