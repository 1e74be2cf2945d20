package dev.rolewise.store;

import dev.rolewise.server.Correction;
import dev.rolewise.server.CorrectionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers that those who manage servers wrote, in the table {@code correction}. Thread-safe. */
public final class DatabaseCorrections implements CorrectionStore {
    private final Database database;

    public DatabaseCorrections(Database database) {
        this.database = database;
    }

    @Override
    public void put(Correction correction) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO correction (id, server_id, question, answer, live, before, live_before, written_by,
                            written_at)
                        VALUES (:id, :server, :question, :answer, :live, :before, :liveBefore, :by, :at)
                        ON CONFLICT (id) DO UPDATE
                        SET answer = excluded.answer, live = excluded.live, before = excluded.before,
                            live_before = excluded.live_before, written_by = excluded.written_by,
                            written_at = excluded.written_at
                        """)
                .bind("id", correction.id())
                .bind("server", correction.serverId())
                .bind("question", correction.question())
                .bind("answer", correction.answer())
                .bind("live", correction.live() ? 1 : 0)
                .bind("before", correction.before())
                .bind("liveBefore", correction.liveBefore() ? 1 : 0)
                .bind("by", correction.writtenBy())
                .bind("at", correction.writtenAt().toEpochMilli())
                .execute());
    }

    @Override
    public List<Correction> of(String serverId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM correction WHERE server_id = :server ORDER BY written_at DESC, id")
                .bind("server", serverId)
                .map((row, context) -> correction(row))
                .list());
    }

    @Override
    public Optional<Correction> correction(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM correction WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> correction(row))
                .findOne());
    }

    @Override
    public void drop(String id) {
        database.write(handle -> handle.execute("DELETE FROM correction WHERE id = ?", id));
    }

    @Override
    public void dropAll(String serverId) {
        database.write(handle -> handle.execute("DELETE FROM correction WHERE server_id = ?", serverId));
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getString("id"),
                row.getString("server_id"),
                row.getString("question"),
                row.getString("answer"),
                row.getInt("live") == 1,
                row.getString("before"),
                row.getInt("live_before") == 1,
                row.getString("written_by"),
                Instant.ofEpochMilli(row.getLong("written_at")));
    }
}
