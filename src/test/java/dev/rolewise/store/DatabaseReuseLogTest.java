package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ReuseLog.Example;
import dev.rolewise.cache.ReuseLog.Judged;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseReuseLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Database database;
    private DatabaseReuseLog log;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void open(@TempDir Path empty) {
        database = Database.open(store().empty(empty));
        log = new DatabaseReuseLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void examples_come_back_newest_first_and_not_more_than_asked_for() {
        log.record(new Judged("a1", "m1", 0.91, true, NOON));
        log.record(new Judged("a2", "m1", 0.87654321, false, NOON.plusSeconds(1)));

        assertThat(log.examples(9)).containsExactly(new Example(0.87654321, false), new Example(0.91, true));
        assertThat(log.examples(1)).containsExactly(new Example(0.87654321, false));
    }

    @Test
    void a_later_judgement_of_the_same_member_replaces_the_earlier_one() {
        log.record(new Judged("a1", "m1", 0.91, true, NOON));
        log.record(new Judged("a1", "m1", 0.91, false, NOON));
        log.record(new Judged("a1", "m2", 0.91, true, NOON));

        assertThat(log.examples(9)).containsExactlyInAnyOrder(new Example(0.91, false), new Example(0.91, true));
    }

    @Test
    void a_judgement_can_be_withdrawn() {
        log.record(new Judged("a1", "m1", 0.91, false, NOON));
        log.withdraw("a1", "m1");
        log.withdraw("a1", "m1");

        assertThat(log.examples(9)).isEmpty();
    }

    @Test
    void wrong_reuses_are_counted_from_a_moment_on() {
        log.record(new Judged("a1", "m1", 0.91, false, NOON));
        log.record(new Judged("a2", "m1", 0.91, false, NOON.minus(Duration.ofDays(31))));
        log.record(new Judged("a3", "m1", 0.91, true, NOON));

        assertThat(log.falseReuses(NOON.minus(Duration.ofDays(30)))).isEqualTo(1);
    }
}
