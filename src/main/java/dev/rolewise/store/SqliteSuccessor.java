package dev.rolewise.store;

import dev.rolewise.store.archive.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A new file, to take the place of the one in the data folder. */
final class SqliteSuccessor implements Successor {
    private static final int BUSY = 5;

    private final Path dataDir;
    private final Path file;

    /** {@code staging} lies in the data folder. */
    SqliteSuccessor(Path dataDir, Path staging) {
        this.dataDir = dataDir;
        this.file = staging.resolve(SqliteEngine.FILE);
    }

    @Override
    public void build(String schema, Path tables) throws IOException, SQLException {
        NativeLibrary.prepare(dataDir);
        refuseWhereInUse();
        Schema.inFile(file, schema).migrate();
        try (Handle handle = Jdbi.open(SqliteEngine.url(file), SqliteEngine.properties(SqliteEngine.SETTINGS))) {
            handle.begin();
            Successor.load(handle, tables);
            handle.commit();
        }
        Schema.inFile(file).migrate();
        OwnerOnly.protect(file);
    }

    /** A program that has the file open would go on writing into the one that is put aside. */
    private void refuseWhereInUse() {
        Path present = dataDir.resolve(SqliteEngine.FILE);
        if (!Files.isRegularFile(present)) {
            return;
        }
        Properties settings = SqliteEngine.properties(Map.of("busy_timeout", "500"));
        try (Handle handle = Jdbi.open(SqliteEngine.url(present), settings)) {
            handle.execute("PRAGMA locking_mode = EXCLUSIVE");
            handle.createQuery("SELECT count(*) FROM sqlite_schema")
                    .mapTo(Integer.class)
                    .one();
        } catch (JdbiException e) {
            if (Faults.said(e).filter(sql -> sql.getErrorCode() == BUSY).isPresent()) {
                throw new SqliteFaults(present).of(e);
            }
        }
    }

    @Override
    public void takeOver(FolderSwap swap) throws IOException {
        swap.bringInOne(file);
    }

    @Override
    public Optional<String> aside() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
