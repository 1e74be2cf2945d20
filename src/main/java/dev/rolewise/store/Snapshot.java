package dev.rolewise.store;

import dev.rolewise.store.archive.ArchiveException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The database as it is at one moment, on a connection of its own that only reads and that nobody waits for. Not
 * thread-safe.
 */
final class Snapshot implements AutoCloseable {
    private final Handle handle;

    private Snapshot(Handle handle) {
        this.handle = handle;
    }

    /** Throws {@link ArchiveException} where there is no database yet. */
    static Snapshot of(DatabaseSettings place) throws ArchiveException, SQLException {
        Snapshot snapshot =
                new Snapshot(place.server().isPresent() ? open(place.server().get()) : open(place.dataDir()));
        if (!TableShape.areThere(snapshot.handle)) {
            snapshot.close();
            throw new ArchiveException("There is nothing to back up yet: the database has no tables.");
        }
        return snapshot;
    }

    private static Handle open(PostgresAddress address) {
        Handle handle = PostgresEngine.connect(address);
        handle.begin();
        handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return handle;
    }

    private static Handle open(Path dataDir) throws ArchiveException {
        Path file = dataDir.resolve(SqliteEngine.FILE);
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException("There is nothing to back up yet: " + dataDir + " holds no database.");
        }
        NativeLibrary.prepare(dataDir);
        Map<String, String> settings = new HashMap<>(SqliteEngine.SETTINGS);
        settings.put("transaction_mode", "DEFERRED");
        Handle handle = Jdbi.open(SqliteEngine.url(file), SqliteEngine.properties(settings));
        handle.begin();
        return handle;
    }

    Handle handle() {
        return handle;
    }

    List<TableShape> tables() throws SQLException {
        return TableShape.all(handle);
    }

    /** The number of the last migration. */
    String schema() {
        return handle.createQuery("SELECT version FROM " + TableShape.HISTORY
                        + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
                .mapTo(String.class)
                .one();
    }

    @Override
    public void close() {
        handle.rollback();
        handle.close();
    }
}
