package dev.rolewise.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The embedded SQLite database: the file {@value #FILE} in the data folder, with two connections, one that writes and one
 * that reads and so never waits for a write.
 *
 * <p>A write is on disk when its call returns, and survives a killed process and a power cut. What is deleted is
 * overwritten. Several processes may have the same file open; a write waits up to 5 s for another process. Thread-safe.
 * Every method throws {@link DatabaseException} where the file cannot be used.
 */
public final class Database implements AutoCloseable {
    /** Name of the file in the data folder. */
    public static final String FILE = "rolewise.db";

    /**
     * Set on every connection. Writes begin with {@code BEGIN IMMEDIATE}: a transaction that reads before it writes would
     * otherwise fail at once, without waiting, where another process wrote in between.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "journal_mode", "WAL",
            "synchronous", "FULL",
            "transaction_mode", "IMMEDIATE",
            "busy_timeout", "5000",
            "foreign_keys", "true",
            "secure_delete", "true");

    private final Lane writer;
    private final Lane reader;

    private Database(Lane writer, Lane reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Opens the database of a data folder; makes the folder, the file and the tables where they are missing. */
    public static Database open(Path dataDir) {
        Path folder = dataDir.toAbsolutePath().normalize();
        makeFolder(folder);
        Path file = folder.resolve(FILE);
        String url = "jdbc:sqlite:" + file.toUri();
        new Schema(file, url, SETTINGS).migrate();
        Properties settings = new Properties();
        settings.putAll(SETTINGS);
        Jdbi jdbi = Jdbi.create(url, settings);
        Lane writer = Lane.open(file, jdbi);
        try {
            return new Database(writer, Lane.open(file, jdbi));
        } catch (DatabaseException e) {
            writer.close();
            throw e;
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseException(
                    "The data folder " + folder + " cannot be made. Check the folder above it, or choose another with"
                            + " data-dir.",
                    e);
        }
        if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
            throw new DatabaseException("The data folder " + folder
                    + " cannot be read and written. Change its owner or rights, or choose another with data-dir.");
        }
    }

    /** Reads; sees all that was written before the call. */
    <T> T read(Function<Handle, T> work) {
        return reader.use(work);
    }

    /** Writes in one transaction, undone as a whole where {@code work} throws. One writer at a time. */
    <T> T write(Function<Handle, T> work) {
        return writer.use(handle -> handle.inTransaction(work::apply));
    }

    /** Waits for reads and writes under way, then closes the file. Later calls fail. */
    @Override
    public void close() {
        try {
            reader.close();
        } finally {
            writer.close();
        }
    }
}
