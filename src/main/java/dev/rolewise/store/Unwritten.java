package dev.rolewise.store;

import dev.rolewise.cascade.money.SpendAlert;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends of model calls that could not be written, at most {@value #MOST}; beyond that the oldest are given up, and their
 * calls count at the worst case when this process has ended. Thread-safe.
 */
final class Unwritten {
    private static final Logger LOG = LoggerFactory.getLogger(Unwritten.class);
    private static final int MOST = 1_000;

    private final Deque<Function<Handle, Optional<SpendAlert>>> changes = new ArrayDeque<>();

    synchronized void keep(Function<Handle, Optional<SpendAlert>> change) {
        if (changes.size() == MOST) {
            changes.removeFirst();
            LOG.error(
                    "too many ends of model calls could not be written; one is given up and counts at its worst case");
        }
        changes.addLast(change);
    }

    /** Writes them, oldest first; what the database refuses stays, with all after it, and is thrown. */
    void retry(Consumer<Function<Handle, Optional<SpendAlert>>> writer) {
        for (Optional<Function<Handle, Optional<SpendAlert>>> next = first(); next.isPresent(); next = first()) {
            try {
                writer.accept(next.get());
            } catch (DatabaseException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("the end of a model call cannot be written and is given up", e);
            }
            forget(next.get());
        }
    }

    private synchronized Optional<Function<Handle, Optional<SpendAlert>>> first() {
        return Optional.ofNullable(changes.peekFirst());
    }

    private synchronized void forget(Function<Handle, Optional<SpendAlert>> change) {
        changes.remove(change);
    }
}
