package dev.rolewise.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One connection to the database, used by one thread at a time. */
final class Lane implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Path file;
    private final Handle handle;
    private final ReentrantLock lock = new ReentrantLock();

    private Lane(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
    }

    static Lane open(Path file, Jdbi jdbi) {
        try {
            return new Lane(file, jdbi.open());
        } catch (JdbiException e) {
            throw DatabaseException.of(file, e);
        }
    }

    /** Waits for its turn, at most {@link #LONGEST_WAIT}, and does {@code work} on the connection. */
    <T> T use(Function<Handle, T> work) {
        take();
        try {
            if (handle.isClosed()) {
                throw new DatabaseException(file + " has been closed: the program is stopping.");
            }
            return work.apply(handle);
        } catch (JdbiException e) {
            throw DatabaseException.of(file, e);
        } finally {
            lock.unlock();
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
            throw new DatabaseException("Waiting for " + file + " was interrupted: the program is stopping.", e);
        }
    }

    /** Waits for the work under way, then closes the connection. */
    @Override
    public void close() {
        lock.lock();
        try {
            handle.close();
        } finally {
            lock.unlock();
        }
    }
}
