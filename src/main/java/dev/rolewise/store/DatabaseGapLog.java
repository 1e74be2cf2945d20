package dev.rolewise.store;

import dev.rolewise.server.GapLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Questions without a good answer, and topics by day, in the tables {@code gap} and {@code topic_day}. Thread-safe. */
public final class DatabaseGapLog implements GapLog {
    private static final long DAY_MILLIS = ChronoUnit.DAYS.getDuration().toMillis();

    private static final RowMapper<Gap> ROW = (row, context) -> new Gap(
            row.getString("id"),
            row.getString("server_id"),
            row.getString("question"),
            row.getString("topic"),
            Vectors.embedding(row.getBytes("vector")),
            row.getString("reason"),
            Instant.ofEpochMilli(row.getLong("asked_at")));

    private final Database database;
    private final MemberCodes codes;

    public DatabaseGapLog(Database database) {
        this.database = database;
        this.codes = new MemberCodes(database);
    }

    @Override
    public void add(Gap gap, String memberId) {
        String code = codes.of(memberId);
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO gap (id, server_id, question, topic, vector, reason, asked_at, asked_by)
                        VALUES (:id, :server, :question, :topic, :vector, :reason, :at, :member)
                        """)
                .bind("member", code)
                .bind("id", gap.id())
                .bind("server", gap.serverId())
                .bind("question", gap.question())
                .bind("topic", gap.topic())
                .bind("vector", Vectors.bytes(gap.meaning()))
                .bind("reason", gap.reason())
                .bind("at", gap.at().toEpochMilli())
                .execute());
    }

    @Override
    public List<Gap> of(String serverId, Instant since, int most) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM gap WHERE server_id = :server AND asked_at >= :since
                        ORDER BY asked_at DESC, id LIMIT :most
                        """)
                .bind("server", serverId)
                .bind("since", since.toEpochMilli())
                .bind("most", most)
                .map(ROW)
                .list());
    }

    @Override
    public Optional<Gap> find(String serverId, String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM gap WHERE server_id = :server AND id = :id")
                .bind("server", serverId)
                .bind("id", id)
                .map(ROW)
                .findOne());
    }

    @Override
    public void forget(String serverId, List<String> ids) {
        database.write(handle -> {
            ids.forEach(id -> handle.execute("DELETE FROM gap WHERE server_id = ? AND id = ?", serverId, id));
            return true;
        });
    }

    @Override
    public void count(String serverId, String topic, Optional<Boolean> helpful, Instant at) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO topic_day (server_id, day, topic, asked, helpful, unhelpful)
                        VALUES (:server, :day, :topic, :asked, :helpful, :unhelpful)
                        ON CONFLICT (server_id, day, topic) DO UPDATE
                        SET asked = topic_day.asked + excluded.asked, helpful = topic_day.helpful + excluded.helpful,
                            unhelpful = topic_day.unhelpful + excluded.unhelpful
                        """)
                .bind("server", serverId)
                .bind("day", at.toEpochMilli() / DAY_MILLIS)
                .bind("topic", topic)
                .bind("asked", helpful.isEmpty() ? 1 : 0)
                .bind("helpful", helpful.filter(h -> h).isPresent() ? 1 : 0)
                .bind("unhelpful", helpful.filter(h -> !h).isPresent() ? 1 : 0)
                .execute());
    }

    @Override
    public List<Topic> topics(String serverId, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        SELECT topic, sum(asked) AS asked, sum(helpful) AS helpful, sum(unhelpful) AS unhelpful
                        FROM topic_day WHERE server_id = :server AND day >= :day
                        GROUP BY topic ORDER BY sum(asked) DESC, topic
                        """)
                .bind("server", serverId)
                .bind("day", since.toEpochMilli() / DAY_MILLIS)
                .map((row, context) -> new Topic(
                        row.getString("topic"), row.getLong("asked"), row.getLong("helpful"), row.getLong("unhelpful")))
                .list());
    }
}
