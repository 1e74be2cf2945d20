package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.server.DeletionLog.Deletion;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDeletionLogTest {
    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private Database database;
    private DatabaseDeletionLog log;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void open(@TempDir Path empty) {
        database = Database.open(store().empty(empty));
        log = new DatabaseDeletionLog(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void deletions_come_in_their_order_also_within_one_millisecond_and_where_the_clock_goes_back() {
        assertThat(log.last()).isZero();
        assertThat(log.since(0)).isEmpty();
        Deletion first = log.add("mia");
        Deletion second = log.add("tom");
        clock.set("2026-11-20T12:00:00Z");
        Deletion third = log.add("eve");

        assertThat(log.since(0)).containsExactly(first, second, third);
        assertThat(log.since(first.at())).containsExactly(second, third);
        assertThat(log.last()).isEqualTo(third.at());
    }

    @Test
    void a_members_later_deletion_takes_the_place_of_the_earlier_one() {
        Deletion first = log.add("mia");
        Deletion again = log.add("mia");

        assertThat(log.since(0)).containsExactly(again);
        assertThat(again.code()).isEqualTo(first.code()).isEqualTo(log.code("mia"));
    }

    @Test
    void a_member_stands_there_as_a_code() {
        log.add("100000000000000001");

        assertThat(log.since(0)).singleElement().satisfies(deletion -> assertThat(deletion.code())
                .hasSize(MemberCodes.LENGTH)
                .doesNotContain("100000000000000001"));
        assertThat(new DatabaseDeletionLog(database, clock).code("100000000000000001"))
                .isEqualTo(log.code("100000000000000001"));
    }

    @Test
    void what_is_old_goes_and_a_later_one_is_still_later() {
        Deletion first = log.add("mia");
        clock.advance(Duration.ofDays(1));
        log.expire(clock.instant());

        assertThat(log.since(0)).isEmpty();
        assertThat(log.add("tom").at()).isGreaterThan(first.at());
        log.expire(clock.instant());
        assertThat(log.since(0)).hasSize(1);
    }
}
