package dev.rolewise.store;

import dev.rolewise.server.PersonalData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What all tables hold about members and servers. Thread-safe. */
public final class DatabasePersonalData implements PersonalData {
    /** What stands where a deleted member stood. */
    private static final String NOBODY = "deleted";

    /** What is kept with a member's id, by the query for it. */
    private static final Map<String, String> QUERIES = queries();

    private final Database database;
    private final Clock clock;

    public DatabasePersonalData(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "Ratings of answers",
                "SELECT answer_id, server_id, rating, rated_at FROM feedback WHERE member_id = :member");
        queries.put(
                "Ratings of reused answers",
                "SELECT answer_id, similarity, correct, judged_at FROM reuse WHERE member_id = :member");
        queries.put("Calls of models for your questions", """
                SELECT id, tier, provider, model, server_id, state, reserved_at, worst_nanos FROM model_call
                WHERE member_id = :member
                """);
        queries.put("What your questions have cost", """
                SELECT period, money_nanos, calls FROM spending WHERE holder = 'MEMBER' AND holder_id = :member
                """);
        queries.put(
                "Guides that you added",
                "SELECT id, server_id, title, added_at, state FROM document WHERE added_by = :member");
        queries.put("Corrections that you wrote", """
                SELECT id, server_id, question, answer, written_at FROM correction WHERE written_by = :member
                """);
        return queries;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(String memberId) {
        return database.read(handle -> {
            Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
            QUERIES.forEach((kind, query) -> {
                List<Map<String, Object>> rows = handle.createQuery(query)
                        .bind("member", memberId)
                        .mapToMap()
                        .list();
                if (!rows.isEmpty()) {
                    kept.put(kind, rows);
                }
            });
            return kept;
        });
    }

    @Override
    public int delete(String memberId) {
        return database.write(handle -> handle.execute("DELETE FROM feedback WHERE member_id = ?", memberId)
                + handle.execute("DELETE FROM reuse WHERE member_id = ?", memberId)
                + handle.execute(
                        "UPDATE model_call SET member_id = NULL WHERE member_id = ? AND state <> 'RESERVED'", memberId)
                + handle.execute(
                        "DELETE FROM spending WHERE holder = 'MEMBER' AND holder_id = ? AND period <> ?",
                        memberId,
                        today())
                + handle.execute("UPDATE document SET added_by = ? WHERE added_by = ?", NOBODY, memberId)
                + handle.execute("UPDATE correction SET written_by = ? WHERE written_by = ?", NOBODY, memberId));
    }

    @Override
    public boolean optedOut(String memberId) {
        return database.read(handle -> handle.createQuery("SELECT 1 FROM opted_out WHERE member_id = :member")
                .bind("member", memberId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void optOut(String memberId, boolean out) {
        database.write(handle -> out
                ? handle.execute(
                        "INSERT INTO opted_out (member_id, since) VALUES (?, ?) ON CONFLICT (member_id) DO NOTHING",
                        memberId,
                        clock.millis())
                : handle.execute("DELETE FROM opted_out WHERE member_id = ?", memberId));
    }

    @Override
    public void deleteServer(String serverId) {
        database.write(handle -> {
            handle.execute("DELETE FROM gap WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM topic_day WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM feedback WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM answer_tally WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM spending WHERE holder = 'SERVER' AND holder_id = ?", serverId);
            handle.execute(
                    "UPDATE model_call SET server_id = NULL WHERE server_id = ? AND state <> 'RESERVED'", serverId);
            return true;
        });
    }

    @Override
    public void left(String serverId, boolean gone) {
        database.write(handle -> gone
                ? handle.execute(
                        "INSERT INTO server_left (server_id, left_at) VALUES (?, ?) ON CONFLICT (server_id) DO NOTHING",
                        serverId,
                        clock.millis())
                : handle.execute("DELETE FROM server_left WHERE server_id = ?", serverId));
    }

    @Override
    public List<String> leftBefore(long millis) {
        return database.read(handle -> handle.createQuery("SELECT server_id FROM server_left WHERE left_at <= :before")
                .bind("before", millis)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<String> servers() {
        return database.read(DatabasePersonalData::servers);
    }

    @Override
    public int expire(long gapsBefore, long ratingsBefore, long callsBefore) {
        return database.write(handle -> handle.execute("DELETE FROM gap WHERE asked_at < ?", gapsBefore)
                + handle.execute("DELETE FROM feedback WHERE rated_at < ?", ratingsBefore)
                + handle.execute("DELETE FROM reuse WHERE judged_at < ?", ratingsBefore)
                + handle.execute("DELETE FROM model_call WHERE state <> 'RESERVED' AND reserved_at < ?", callsBefore));
    }

    private static List<String> servers(Handle handle) {
        return handle.createQuery("""
                        SELECT server_id FROM document WHERE server_id <> ''
                        UNION SELECT server_id FROM correction
                        UNION SELECT server_id FROM server_setting
                        UNION SELECT server_id FROM gap
                        UNION SELECT server_id FROM topic_day
                        UNION SELECT server_id FROM feedback WHERE server_id IS NOT NULL
                        UNION SELECT holder_id FROM spending WHERE holder = 'SERVER'
                        """).mapTo(String.class).list();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }
}
