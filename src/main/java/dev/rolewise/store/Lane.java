package dev.rolewise.store;

import dev.rolewise.store.DatabaseException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the file, used by one thread at a time. */
final class Lane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Path file;
    private final Faults faults;
    private final Jdbi jdbi;
    private final ReentrantLock lock = new ReentrantLock();
    private Handle handle;
    private boolean usable = true;
    private boolean closed;

    private Lane(Path file, Faults faults, Jdbi jdbi) {
        this.file = file;
        this.faults = faults;
        this.jdbi = jdbi;
        this.handle = jdbi.open();
    }

    static Lane open(Path file, Faults faults, Jdbi jdbi) {
        try {
            return new Lane(file, faults, jdbi);
        } catch (JdbiException e) {
            throw faults.of(e);
        }
    }

    /** Waits for its turn, at most {@link #LONGEST_WAIT}, and does {@code work} on the connection. */
    <T> T use(Function<Handle, T> work) {
        take();
        try {
            if (closed) {
                throw new DatabaseException(Kind.ENDED, file + " has been closed: the program is stopping.");
            }
            if (!usable) {
                handle = jdbi.open();
                usable = true;
            }
            return work.apply(handle);
        } catch (JdbiException e) {
            throw faults.of(e);
        } finally {
            if (lock.getHoldCount() == 1) {
                leaveNoTransaction();
            }
            lock.unlock();
        }
    }

    /**
     * Gives up a connection that the work has left in a transaction: where {@code BEGIN} fails because the file is held,
     * the driver takes it for begun all the same, and later writes would not be undone as a whole.
     */
    private void leaveNoTransaction() {
        if (!closed && usable && handle.isInTransaction()) {
            usable = false;
            try {
                handle.getConnection().close();
            } catch (SQLException e) {
                LOG.warn("a connection to {} could not be given up: {}", file, e.getMessage());
            }
        }
    }

    private void take() {
        try {
            if (!lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DatabaseException(file + " is too slow: a turn did not come within "
                        + LONGEST_WAIT.toSeconds() + " s. Check the disk that it is on.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Kind.ENDED, "Waiting for " + file + " was interrupted: the program is stopping.", e);
        }
    }

    /** Waits for the work under way, then closes the connection. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed && usable) {
                handle.close();
            }
        } finally {
            closed = true;
            lock.unlock();
        }
    }
}
