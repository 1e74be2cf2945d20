package dev.rolewise.store;

import java.nio.file.Path;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The database: the file {@value #FILE} in the data folder, or a PostgreSQL server that several processes share.
 *
 * <p>A write is on disk when its call returns, and survives a killed process and a power cut. Thread-safe. Every method
 * throws {@link DatabaseException} where the database cannot be used; it is usable again by itself when the cause is gone.
 * The log has a line when that begins and one when it is over.
 */
public final class Database implements AutoCloseable {
    /** Name of the file in the data folder. */
    public static final String FILE = SqliteEngine.FILE;

    private final Engine engine;
    private final Outage outage;

    private Database(Engine engine) {
        this.engine = engine;
        this.outage = new Outage(System::nanoTime);
    }

    /** Opens the database that is meant; makes what is missing of folder, file and tables. */
    public static Database open(DatabaseSettings settings) {
        return new Database(settings.server()
                .<Engine>map(PostgresEngine::open)
                .orElseGet(() -> SqliteEngine.open(settings.dataDir())));
    }

    /** Opens the one in a data folder. */
    public static Database open(Path dataDir) {
        return open(DatabaseSettings.in(dataDir));
    }

    /** Reads; sees all that was written before the call. */
    <T> T read(Function<Handle, T> work) {
        return outage.watch(Outage.Use.READ, () -> engine.read(work));
    }

    /**
     * Writes in one transaction, undone as a whole where {@code work} throws. One writer at a time, over all processes: what
     * {@code work} reads stays true until it has written.
     */
    <T> T write(Function<Handle, T> work) {
        return outage.watch(Outage.Use.WRITE, () -> engine.write(work));
    }

    /**
     * Sees to it that no file in the data folder still holds what was deleted before this call. What another process reads
     * at the moment stays until the next call. The files of a PostgreSQL server are for whoever runs it.
     */
    void scrub() {
        outage.watch(Outage.Use.WRITE, () -> {
            engine.scrub();
            return true;
        });
    }

    /** Waits for reads and writes under way, then closes the database. Later calls fail. */
    @Override
    public void close() {
        engine.close();
    }
}
