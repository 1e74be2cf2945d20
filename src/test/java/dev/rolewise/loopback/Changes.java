package dev.rolewise.loopback;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock over everything that the loopback Discord remembers, and the way to wait for a change of it. Waits measure real
 * time, whatever clock the settings hold.
 */
final class Changes {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Changes something under the lock and wakes whoever waits. */
    <T> T change(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** As {@link #change}, for work without a result. */
    void run(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    /** Reads something under the lock; wakes nobody, so that waits may read. */
    <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Reads under the lock until the reading is present; empty when the limit passes first. */
    <T> Optional<T> await(Duration limit, Supplier<Optional<T>> reading) {
        lock.lock();
        try {
            long left = limit.toNanos();
            Optional<T> seen = reading.get();
            while (seen.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                seen = reading.get();
            }
            return seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
