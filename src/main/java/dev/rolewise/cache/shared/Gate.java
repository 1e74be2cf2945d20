package dev.rolewise.cache.shared;

import java.time.Duration;

/**
 * Keeps questions from waiting for a server that does not answer: after three failures in a row one is let through every
 * five seconds, to try. Times are those of {@link System#nanoTime()}. Thread-safe.
 */
final class Gate {
    private static final int MAX_FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private int failures;
    private long closedUntil;

    /** Whether the caller may ask. */
    synchronized boolean lets(long now) {
        if (failures < MAX_FAILURES) {
            return true;
        }
        if (now - closedUntil < 0) {
            return false;
        }
        closedUntil = now + PAUSE.toNanos();
        return true;
    }

    /** Something came back. */
    synchronized void succeeded() {
        failures = 0;
    }

    /** Nothing came back, or an error; whether that was once too often. */
    synchronized boolean failed(long now) {
        failures = Math.min(failures + 1, MAX_FAILURES);
        closedUntil = now + PAUSE.toNanos();
        return failures == MAX_FAILURES;
    }
}
