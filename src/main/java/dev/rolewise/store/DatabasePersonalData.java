package dev.rolewise.store;

import dev.rolewise.server.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What all tables hold about members and servers. Thread-safe. */
public final class DatabasePersonalData implements PersonalData {
    private static final long DAY_MILLIS = ChronoUnit.DAYS.getDuration().toMillis();

    private final Database database;
    private final MemberCodes codes;
    private final Clock clock;

    public DatabasePersonalData(Database database, Clock clock) {
        this.database = database;
        this.codes = new MemberCodes(database);
        this.clock = clock;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(String memberId) {
        String code = codes.of(memberId);
        return database.read(handle -> {
            Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
            PersonalQueries.ALL.forEach((kind, sql) -> {
                List<Map<String, Object>> rows = PersonalQueries.rows(handle, sql, memberId, code);
                if (!rows.isEmpty()) {
                    kept.put(kind, rows);
                }
            });
            return kept;
        });
    }

    @Override
    public int delete(String memberId) {
        String code = codes.of(memberId);
        int rows = database.write(handle -> {
            handle.execute(
                    "DELETE FROM routed_answer WHERE answer_id IN (SELECT answer_id FROM feedback WHERE member_id = ?)",
                    memberId);
            return handle.execute("DELETE FROM feedback WHERE member_id = ?", memberId)
                    + handle.execute("DELETE FROM reuse WHERE member_id = ?", memberId)
                    + handle.execute("DELETE FROM gap WHERE asked_by = ?", code)
                    + handle.execute("DELETE FROM asked_question WHERE asked_by = ?", code)
                    + handle.execute("DELETE FROM shared_answer WHERE asked_by = ?", code)
                    + handle.execute("UPDATE model_call SET member_id = NULL WHERE member_id = ?", memberId)
                    + handle.execute(
                            "DELETE FROM spending WHERE holder = 'MEMBER' AND holder_id = ? AND period <> ?",
                            memberId,
                            today())
                    + handle.execute("UPDATE document SET added_by = ? WHERE added_by = ?", NOBODY, memberId)
                    + handle.execute("UPDATE correction SET written_by = ? WHERE written_by = ?", NOBODY, memberId);
        });
        database.scrub();
        return rows;
    }

    @Override
    public boolean optedOut(String memberId) {
        return optedOutSince(memberId).isPresent();
    }

    @Override
    public Optional<Instant> optedOutSince(String memberId) {
        String code = codes.of(memberId);
        return database.read(handle -> handle.createQuery("SELECT since FROM opted_out WHERE member_code = :code")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    @Override
    public int optOut(String memberId, boolean out) {
        String code = codes.of(memberId);
        int gone = database.write(handle -> {
            if (!out) {
                handle.execute("DELETE FROM opted_out WHERE member_code = ?", code);
                return 0;
            }
            handle.execute(
                    "INSERT INTO opted_out (member_code, since) VALUES (?, ?) ON CONFLICT (member_code) DO NOTHING",
                    code,
                    clock.millis());
            return handle.execute("DELETE FROM gap WHERE asked_by = ?", code)
                    + handle.execute("DELETE FROM asked_question WHERE asked_by = ?", code);
        });
        if (gone > 0) {
            database.scrub();
        }
        return gone;
    }

    @Override
    public void deleteServer(String serverId) {
        database.write(handle -> {
            handle.execute("DELETE FROM gap WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM asked_question WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM topic_day WHERE server_id = ?", serverId);
            handle.execute("""
                    DELETE FROM reuse WHERE EXISTS (SELECT 1 FROM feedback WHERE feedback.server_id = ?
                    AND feedback.answer_id = reuse.answer_id AND feedback.member_id = reuse.member_id)
                    """, serverId);
            handle.execute("DELETE FROM feedback WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM answer_tally WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM shared_answer WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM spending WHERE holder = 'SERVER' AND holder_id = ?", serverId);
            handle.execute("UPDATE model_call SET server_id = NULL WHERE server_id = ?", serverId);
            handle.execute("DELETE FROM server_left WHERE server_id = ?", serverId);
            return true;
        });
        database.scrub();
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
        int rows = database.write(handle -> handle.execute("DELETE FROM gap WHERE asked_at < ?", gapsBefore)
                + handle.execute("DELETE FROM asked_question WHERE asked_at < ?", gapsBefore)
                + handle.execute("DELETE FROM topic_day WHERE day < ?", gapsBefore / DAY_MILLIS)
                + handle.execute("DELETE FROM feedback WHERE rated_at < ?", ratingsBefore)
                + handle.execute("DELETE FROM reuse WHERE judged_at < ?", ratingsBefore)
                + handle.execute("DELETE FROM model_call WHERE state <> 'RESERVED' AND reserved_at < ?", callsBefore)
                + handle.execute("DELETE FROM spending WHERE holder = 'MEMBER' AND period < ?", today()));
        if (rows > 0) {
            database.scrub();
        }
        return rows;
    }

    private static List<String> servers(Handle handle) {
        return handle.createQuery("""
                        SELECT server_id FROM document WHERE server_id <> ''
                        UNION SELECT server_id FROM correction
                        UNION SELECT server_id FROM server_setting
                        UNION SELECT server_id FROM gap
                        UNION SELECT server_id FROM asked_question
                        UNION SELECT server_id FROM topic_day
                        UNION SELECT server_id FROM feedback WHERE server_id IS NOT NULL
                        UNION SELECT server_id FROM answer_tally WHERE server_id <> ''
                        UNION SELECT server_id FROM shared_answer WHERE server_id <> ''
                        UNION SELECT holder_id FROM spending WHERE holder = 'SERVER'
                        UNION SELECT server_id FROM model_call WHERE server_id IS NOT NULL
                        """).mapTo(String.class).list();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }
}
