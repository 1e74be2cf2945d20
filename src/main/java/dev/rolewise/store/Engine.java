package dev.rolewise.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What a database runs on. Thread-safe; every method throws {@link DatabaseException} where it cannot be used. */
interface Engine extends AutoCloseable {
    /** Reads; sees all that was written before the call. */
    <T> T read(Function<Handle, T> work);

    /** Writes in one transaction, which no other writer comes between. */
    <T> T write(Function<Handle, T> work);

    /** Sees to it that no file of ours holds what was deleted, as far as other processes let it for now. */
    void scrub();

    /** Waits for what is under way. Later calls fail. */
    @Override
    void close();
}
