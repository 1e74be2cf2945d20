package dev.rolewise.store;

import dev.rolewise.cascade.RouteLog;
import dev.rolewise.cascade.RoutedAnswer;
import dev.rolewise.question.Choice;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.Tier;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How questions were routed, in the table {@code routed_answer}. A thread of its own writes; at most {@value #MOST_WAITING}
 * wait for it, and what is more is left out. The last {@value #MOST_KEPT} of the last half year are kept, some 2 KB each.
 * Thread-safe.
 */
public final class DatabaseRouteLog implements RouteLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRouteLog.class);
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_KEPT = 10_000;
    private static final int LAST_WRITE_SECONDS = 10;
    private static final Duration KEPT = Duration.ofDays(183);

    private final Database database;
    private final int mostKept;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread thread = new Thread(task, "routes");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    public DatabaseRouteLog(Database database) {
        this(database, MOST_KEPT);
    }

    DatabaseRouteLog(Database database, int mostKept) {
        this.database = database;
        this.mostKept = mostKept;
    }

    @Override
    public void record(RoutedAnswer answer) {
        writer.execute(() -> write(answer));
    }

    private void write(RoutedAnswer answer) {
        try {
            database.write(handle -> {
                insert(handle, answer);
                return tidy(handle, answer.at());
            });
        } catch (DatabaseException e) {
            LOG.warn("how a question was routed could not be kept: {}", e.getMessage());
        }
    }

    private static void insert(Handle handle, RoutedAnswer answer) {
        handle.createUpdate("""
                        INSERT INTO routed_answer
                            (answer_id, vector, marks, need, complexity, wanted, served_by, kept_share, routed_at)
                        VALUES (:id, :vector, :marks, :need, :complexity, :wanted, :servedBy, :kept, :at)
                        ON CONFLICT (answer_id) DO UPDATE
                        SET vector = excluded.vector, marks = excluded.marks, need = excluded.need,
                            complexity = excluded.complexity, wanted = excluded.wanted, served_by = excluded.served_by,
                            kept_share = excluded.kept_share, routed_at = excluded.routed_at
                        """)
                .bind("id", answer.answerId())
                .bind("vector", bytes(answer.vector()))
                .bind("marks", bytes(answer.marks()))
                .bind("need", answer.choice().need().name())
                .bind("complexity", answer.choice().complexity())
                .bind("wanted", answer.choice().tier().name())
                .bind("servedBy", answer.servedBy().name())
                .bind(
                        "kept",
                        answer.keptShare().isPresent()
                                ? Double.valueOf(answer.keptShare().getAsDouble())
                                : null)
                .bind("at", answer.at().toEpochMilli())
                .execute();
    }

    /** Forgets what is old, and the oldest where there are too many; some more may stay where they came at one time. */
    private int tidy(Handle handle, Instant now) {
        return handle.createUpdate("""
                        DELETE FROM routed_answer WHERE routed_at < :old OR routed_at <
                            (SELECT routed_at FROM routed_answer ORDER BY routed_at DESC LIMIT 1 OFFSET :most)
                        """)
                .bind("old", now.minus(KEPT).toEpochMilli())
                .bind("most", mostKept - 1)
                .execute();
    }

    @Override
    public Routes since(Instant since) {
        return database.read(handle -> {
            List<Judged> all = handle.createQuery("""
                            SELECT r.*,
                                (SELECT count(*) FROM feedback f WHERE f.answer_id = r.answer_id AND rating = 'HELPFUL')
                                    AS helpful,
                                (SELECT count(*) FROM feedback f WHERE f.answer_id = r.answer_id AND rating = 'UNHELPFUL')
                                    AS unhelpful
                            FROM routed_answer r WHERE routed_at >= :since ORDER BY routed_at, answer_id
                            """)
                    .bind("since", since.toEpochMilli())
                    .map((row, context) -> new Judged(answer(row), row.getInt("helpful"), row.getInt("unhelpful")))
                    .list();
            return new Routes(
                    all.stream().map(Judged::answer).toList(),
                    all.stream().filter(j -> j.helpful() + j.unhelpful() > 0).toList(),
                    members(handle, since));
        });
    }

    private static int members(Handle handle, Instant since) {
        return handle.createQuery("""
                        SELECT count(DISTINCT member_id) FROM feedback JOIN routed_answer USING (answer_id)
                        WHERE routed_at >= :since
                        """)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private static RoutedAnswer answer(ResultSet row) throws SQLException {
        double kept = row.getDouble("kept_share");
        OptionalDouble keptShare = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(kept);
        return new RoutedAnswer(
                row.getString("answer_id"),
                vector(row.getBytes("vector")),
                marks(row.getBytes("marks")),
                new Choice(
                        Tier.valueOf(row.getString("wanted")),
                        ModelNeed.valueOf(row.getString("need")),
                        row.getDouble("complexity")),
                Tier.valueOf(row.getString("served_by")),
                keptShare,
                Instant.ofEpochMilli(row.getLong("routed_at")));
    }

    private static byte[] bytes(Embedding vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.dimensions());
        for (int i = 0; i < vector.dimensions(); i++) {
            bytes.putFloat(vector.at(i));
        }
        return bytes.array();
    }

    private static Embedding vector(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Embedding.of(values);
    }

    private static byte[] bytes(List<Double> marks) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * marks.size());
        marks.forEach(bytes::putDouble);
        return bytes.array();
    }

    private static List<Double> marks(byte[] bytes) {
        List<Double> marks = new ArrayList<>();
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.remaining() >= Double.BYTES; ) {
            marks.add(left.getDouble());
        }
        return marks;
    }

    /** Writes what waits, for at most {@value #LAST_WRITE_SECONDS} s; close it before the database. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("how the last questions were routed could not be kept in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
