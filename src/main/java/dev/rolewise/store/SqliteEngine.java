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
 * A file of the data folder, with two connections: one that writes, and one that reads and so never waits for a write. What
 * is deleted is overwritten. Several processes may have the same file open; a write waits up to 5 s for another process.
 */
final class SqliteEngine implements Engine {
    /** Name of the file in the data folder. */
    static final String FILE = "rolewise.db";

    /**
     * Set on every connection. Writes begin with {@code BEGIN IMMEDIATE}: a transaction that reads before it writes would
     * otherwise fail at once, without waiting, where another process wrote in between.
     */
    static final Map<String, String> SETTINGS = Map.of(
            "journal_mode", "WAL",
            "synchronous", "FULL",
            "transaction_mode", "IMMEDIATE",
            "busy_timeout", "5000",
            "foreign_keys", "true",
            "secure_delete", "true");

    private final Lane writer;
    private final Lane reader;

    private SqliteEngine(Lane writer, Lane reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Makes the folder, the file and the tables where they are missing. */
    static SqliteEngine open(Path folder) {
        makeFolder(folder);
        NativeLibrary.prepare(folder);
        Path file = folder.resolve(FILE);
        Faults faults = new SqliteFaults(file);
        Schema.inFile(file).migrate();
        Jdbi jdbi = Jdbi.create(url(file), properties(SETTINGS)).registerArgument(new TextArgument());
        Lane writer = Lane.open(file, faults, jdbi);
        try {
            return new SqliteEngine(writer, Lane.open(file, faults, jdbi));
        } catch (DatabaseException e) {
            writer.close();
            throw e;
        }
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    static Properties properties(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
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

    @Override
    public <T> T read(Function<Handle, T> work) {
        return reader.use(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writer.use(handle -> handle.inTransaction(work::apply));
    }

    /** The log beside the file still has what was in its pages before: it is written into the file and emptied. */
    @Override
    public void scrub() {
        writer.use(handle ->
                handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } finally {
            writer.close();
        }
    }
}
