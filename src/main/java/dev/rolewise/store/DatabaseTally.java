package dev.rolewise.store;

import dev.rolewise.cascade.money.Holder;
import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.cascade.money.TallyTotals;
import dev.rolewise.cascade.money.TallyTotals.Row;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tally in the table {@code answer_tally}. What is counted is summed up in memory and written by a thread of its own,
 * at once where that is idle, so that a busy time is written in few transactions. Where it cannot be written it stays in
 * memory until it can, at most {@value #MOST} sums. Thread-safe.
 */
public final class DatabaseTally implements Tally, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTally.class);
    private static final int MOST = 10_000;
    private static final int LAST_WRITE_SECONDS = 10;

    private final Database database;
    private final Clock clock;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tally");
        thread.setDaemon(true);
        return thread;
    });
    private final Object writing = new Object();
    private Map<Key, Sum> pending = new HashMap<>();
    private boolean scheduled;
    private long dropped;

    private record Key(String day, String serverId, String servedBy, String cached) {}

    private record Sum(long answers, long cost, long strong) {
        Sum plus(Sum other) {
            return new Sum(
                    answers + other.answers, Math.addExact(cost, other.cost), Math.addExact(strong, other.strong));
        }
    }

    public DatabaseTally(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized void record(TalliedAnswer answer) {
        Key key = new Key(
                Holder.SERVER.period(clock.instant()),
                answer.serverId().orElse(""),
                answer.servedBy().name(),
                answer.cached().map(CacheHit::name).orElse(""));
        add(key, new Sum(1, answer.cost().nanos(), answer.strongWouldHaveCost().nanos()));
        if (!scheduled) {
            try {
                writer.execute(this::flush);
                scheduled = true;
            } catch (RejectedExecutionException e) {
                LOG.debug("an answer after the end is not counted");
            }
        }
    }

    private synchronized void add(Key key, Sum sum) {
        if (pending.size() < MOST || pending.containsKey(key)) {
            pending.merge(key, sum, Sum::plus);
        } else {
            dropped += sum.answers();
        }
    }

    private synchronized Map<Key, Sum> take() {
        Map<Key, Sum> taken = pending;
        pending = new HashMap<>();
        scheduled = false;
        return taken;
    }

    /** Returns when everything counted before is on disk, or is kept because it cannot be written. */
    private void flush() {
        synchronized (writing) {
            Map<Key, Sum> sums = take();
            try {
                write(sums);
            } catch (DatabaseException e) {
                LOG.debug("answers could not be counted and are counted later: {}", e.getMessage());
                sums.forEach(this::add);
            }
        }
    }

    private void write(Map<Key, Sum> sums) {
        if (!sums.isEmpty()) {
            database.write(handle -> {
                sums.forEach((key, sum) -> write(handle, key, sum));
                return true;
            });
        }
    }

    private static void write(Handle handle, Key key, Sum sum) {
        handle.createUpdate("""
                        INSERT INTO answer_tally (day, server_id, served_by, cached, answers, cost_nanos, strong_nanos)
                        VALUES (:day, :server, :servedBy, :cached, :answers, :cost, :strong)
                        ON CONFLICT (day, server_id, served_by, cached) DO UPDATE
                        SET answers = answer_tally.answers + excluded.answers,
                            cost_nanos = answer_tally.cost_nanos + excluded.cost_nanos,
                            strong_nanos = answer_tally.strong_nanos + excluded.strong_nanos
                        """)
                .bind("day", key.day())
                .bind("server", key.serverId())
                .bind("servedBy", key.servedBy())
                .bind("cached", key.cached())
                .bind("answers", sum.answers())
                .bind("cost", sum.cost())
                .bind("strong", sum.strong())
                .execute();
    }

    @Override
    public TallyTotals since(Optional<String> serverId, Instant since) {
        flush();
        String ofServer = serverId.isPresent() ? " AND server_id = :server" : "";
        return new TallyTotals(
                database.read(handle -> handle.createQuery("""
                                SELECT served_by, cached, sum(answers) AS answers,
                                    sum(cost_nanos) AS cost, sum(strong_nanos) AS strong
                                FROM answer_tally WHERE day >= :day""" + ofServer + " GROUP BY served_by, cached")
                        .bind("day", Holder.SERVER.period(since))
                        .bindMap(serverId.map(id -> Map.of("server", id)).orElse(Map.of()))
                        .map((row, context) -> new Row(
                                Tier.valueOf(row.getString("served_by")),
                                Optional.of(row.getString("cached"))
                                        .filter(c -> !c.isEmpty())
                                        .map(CacheHit::valueOf),
                                row.getLong("answers"),
                                new Usd(row.getLong("cost")),
                                new Usd(row.getLong("strong"))))
                        .list()));
    }

    @Override
    public synchronized long dropped() {
        return dropped;
    }

    /** Writes what is left, waiting at most {@value #LAST_WRITE_SECONDS} s; close it before the database. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the last answers could not be counted in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
        long lost = dropped();
        if (lost > 0) {
            LOG.warn("{} answers were not counted", lost);
        }
    }
}
