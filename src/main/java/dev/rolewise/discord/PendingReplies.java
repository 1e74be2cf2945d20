package dev.rolewise.discord;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Everybody who was told to wait, so that nobody is forgotten when the bot stops. Thread-safe. */
final class PendingReplies {
    private final Executor afterPause;
    private final Set<PendingReply> open = new HashSet<>();
    private boolean closed;

    /** @param afterPause runs what it is given after the pause between two interim replies to one member */
    PendingReplies(Executor afterPause) {
        this.afterPause = afterPause;
    }

    /** Notes one more; empty once closed. */
    synchronized Optional<PendingReply> open(Delivery delivery, String what) {
        if (closed) {
            return Optional.empty();
        }
        PendingReply reply = new PendingReply(delivery, what, afterPause, this::forget);
        open.add(reply);
        return Optional.of(reply);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Takes no more from now on; those that are open stay so. */
    synchronized void close() {
        closed = true;
    }

    synchronized List<PendingReply> all() {
        return List.copyOf(open);
    }

    /** Returns when all are over or the time is. */
    synchronized void await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); !open.isEmpty() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private synchronized void forget(PendingReply reply) {
        open.remove(reply);
        notifyAll();
    }
}
