package dev.rolewise.store;

import dev.rolewise.server.DeletionLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Members who had all of theirs deleted, in the table {@code erased}, as codes. Thread-safe. */
public final class DatabaseDeletionLog implements DeletionLog {
    private final Database database;
    private final MemberCodes codes;
    private final Clock clock;

    public DatabaseDeletionLog(Database database, Clock clock) {
        this.database = database;
        this.codes = new MemberCodes(database);
        this.clock = clock;
    }

    @Override
    public String code(String memberId) {
        return codes.of(memberId);
    }

    /** One writer at a time, so whoever reads a row has read all that are before it. */
    @Override
    public Deletion add(String memberId) {
        String code = codes.of(memberId);
        return database.write(handle -> {
            long at = Math.max(clock.millis(), last(handle) + 1);
            handle.execute("""
                    INSERT INTO erased (member_code, erased_at) VALUES (?, ?)
                    ON CONFLICT (member_code) DO UPDATE SET erased_at = excluded.erased_at
                    """, code, at);
            return new Deletion(code, at);
        });
    }

    @Override
    public long last() {
        return database.read(DatabaseDeletionLog::last);
    }

    @Override
    public List<Deletion> since(long at) {
        return database.read(handle -> handle.createQuery(
                        "SELECT member_code, erased_at FROM erased WHERE erased_at > :at ORDER BY erased_at")
                .bind("at", at)
                .map((row, context) -> new Deletion(row.getString("member_code"), row.getLong("erased_at")))
                .list());
    }

    @Override
    public void expire(Instant before) {
        int rows = database.write(
                handle -> handle.execute("DELETE FROM erased WHERE erased_at < ?", before.toEpochMilli()));
        if (rows > 0) {
            database.scrub();
        }
    }

    private static long last(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(erased_at), 0) FROM erased")
                .mapTo(Long.class)
                .one();
    }
}
