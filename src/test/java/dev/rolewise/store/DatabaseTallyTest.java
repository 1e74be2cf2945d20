package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.cascade.money.TallyTotals;
import dev.rolewise.cascade.money.TallyTotals.Row;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTallyTest {
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Usd CENT = Usd.parse("0.01");
    private static final Usd DIME = Usd.parse("0.10");

    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");

    private DatabaseSettings settings;
    private Database database;
    private DatabaseTally tally;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void open(@TempDir Path empty) {
        settings = store().empty(empty);
        database = Database.open(settings);
        tally = new DatabaseTally(database, clock);
    }

    @AfterEach
    void close() {
        tally.close();
        database.close();
    }

    @Test
    void answers_are_counted_by_how_they_were_served() {
        tally.record(answer("s1", Tier.CHEAP, Optional.empty(), CENT));
        tally.record(answer("s1", Tier.CHEAP, Optional.empty(), CENT));
        tally.record(answer("s1", Tier.CHEAP, Optional.of(CacheHit.EXACT), Usd.ZERO));
        tally.record(answer("s2", Tier.LOCAL, Optional.empty(), Usd.ZERO));

        TallyTotals ofServer = tally.since(Optional.of("s1"), LONG_AGO);
        assertThat(ofServer.rows())
                .containsExactlyInAnyOrder(
                        new Row(Tier.CHEAP, Optional.empty(), 2, CENT.times(2), DIME.times(2)),
                        new Row(Tier.CHEAP, Optional.of(CacheHit.EXACT), 1, Usd.ZERO, DIME));
        TallyTotals all = tally.since(Optional.empty(), LONG_AGO);
        assertThat(all.answers()).isEqualTo(4);
        assertThat(all.cached()).isEqualTo(1);
        assertThat(all.fresh(Tier.LOCAL)).isEqualTo(1);
        assertThat(all.fresh(Tier.CHEAP)).isEqualTo(2);
        assertThat(all.saved()).hasValue(0.95);
        assertThat(tally.since(Optional.of("s3"), LONG_AGO).rows()).isEmpty();
    }

    @Test
    void a_count_begins_on_the_day_that_is_asked_for() {
        tally.record(answer("s1", Tier.LOCAL, Optional.empty(), Usd.ZERO));
        clock.set("2026-11-22T00:00:00Z");
        tally.record(answer("s1", Tier.LOCAL, Optional.empty(), Usd.ZERO));

        assertThat(tally.since(Optional.empty(), Instant.parse("2026-11-21T23:00:00Z"))
                        .answers())
                .isEqualTo(2);
        assertThat(tally.since(Optional.empty(), Instant.parse("2026-11-22T23:00:00Z"))
                        .answers())
                .isEqualTo(1);
    }

    @Test
    void what_was_counted_is_there_after_a_restart() {
        tally.record(answer("s1", Tier.LOCAL, Optional.empty(), Usd.ZERO));
        tally.close();
        database.close();

        database = Database.open(settings);
        tally = new DatabaseTally(database, clock);
        assertThat(tally.since(Optional.of("s1"), LONG_AGO).answers()).isEqualTo(1);
    }

    @Test
    void nothing_is_lost_where_many_count_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> answers = IntStream.range(0, 5_000)
                    .mapToObj(i -> Executors.callable(
                            () -> tally.record(answer("s" + i % 3, Tier.LOCAL, Optional.empty(), CENT))))
                    .toList();
            for (Future<Object> done : threads.invokeAll(answers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(tally.since(Optional.empty(), LONG_AGO).answers()).isEqualTo(5_000);
        assertThat(tally.since(Optional.empty(), LONG_AGO).cost()).isEqualTo(CENT.times(5_000));
        assertThat(tally.dropped()).isZero();
    }

    @Test
    void counting_does_not_wait_for_a_write_under_way() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try {
            Future<Boolean> held = threads.submit(() -> database.write(handle -> {
                writing.countDown();
                return await(done);
            }));
            assertThat(await(writing)).isTrue();

            for (int i = 0; i < 1_000; i++) {
                tally.record(answer("s1", Tier.LOCAL, Optional.empty(), CENT));
            }

            assertThat(held).isNotDone();
            done.countDown();
            assertThat(held.get()).isTrue();
            assertThat(tally.since(Optional.empty(), LONG_AGO).answers()).isEqualTo(1_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_cannot_be_kept_is_counted_as_dropped() {
        database.close();
        for (int i = 0; i < 10_050; i++) {
            tally.record(answer("s" + i, Tier.LOCAL, Optional.empty(), CENT));
        }
        tally.close();

        assertThat(tally.dropped()).isGreaterThanOrEqualTo(50);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TalliedAnswer answer(String server, Tier tier, Optional<CacheHit> cached, Usd cost) {
        return new TalliedAnswer(Optional.of(server), tier, cached, cost, DIME);
    }
}
