package dev.rolewise.cache;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The search for one answer, under way. Thread-safe. */
final class Flight {
    private final ExactKey key;
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();

    Flight(ExactKey key) {
        this.key = key;
    }

    ExactKey key() {
        return key;
    }

    /** The first outcome counts. */
    void end(Outcome outcome) {
        end.complete(outcome);
    }

    /**
     * Waits for its outcome by real time.
     *
     * @throws WaitedTooLongException where it took longer
     * @throws CancellationException where the thread was interrupted meanwhile, which it stays
     */
    Outcome await(Duration wait) {
        try {
            return end.get(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WaitedTooLongException(wait, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another caller computed the same answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("outcomes are values, failures too", e);
        }
    }
}
