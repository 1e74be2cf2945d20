package dev.rolewise.store;

import dev.rolewise.store.DatabaseException.Kind;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database can be used just now. Logs once when it no longer can and once when it can again, however many calls
 * fail meanwhile. While a server is lost, one call every {@link #PAUSE} looks for it and the others fail at once, so that
 * no question waits for it. Thread-safe.
 */
final class Outage {
    static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final LongSupplier nanos;
    private @Nullable DatabaseException fault;
    private Use failed = Use.READ;
    private long nextLook;

    /** What the database is used for. A disk that is full, or a server that follows another, can still be read. */
    enum Use {
        READ,
        WRITE
    }

    /** {@code nanos} is a time that only goes forward. */
    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Does {@code work}, unless it would certainly fail. */
    <T> T watch(Use use, Supplier<T> work) {
        refuseWhileLost();
        try {
            T result = work.get();
            worked(use);
            return result;
        } catch (DatabaseException e) {
            failed(use, e);
            throw e;
        }
    }

    private synchronized void refuseWhileLost() {
        if (fault == null || fault.kind() != Kind.LOST) {
            return;
        }
        if (nanos.getAsLong() - nextLook < 0) {
            throw new DatabaseException(Kind.LOST, String.valueOf(fault.getMessage()), fault);
        }
        nextLook = nanos.getAsLong() + PAUSE.toNanos();
    }

    private synchronized void worked(Use use) {
        if (fault != null && (use == failed || use == Use.WRITE)) {
            LOG.info("the database can be used again");
            fault = null;
        }
    }

    private synchronized void failed(Use use, DatabaseException e) {
        if (e.kind() == Kind.ENDED) {
            return;
        }
        if (fault == null) {
            LOG.warn(
                    "the database cannot be used, so meanwhile no model is asked and nothing is kept: {}",
                    e.getMessage());
            failed = use;
        }
        fault = e;
        nextLook = nanos.getAsLong() + PAUSE.toNanos();
    }
}
