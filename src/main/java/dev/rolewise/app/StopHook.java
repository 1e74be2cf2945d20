package dev.rolewise.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Stops a surface when the process is asked to end, and ends it with status 0 once that is done. The Java runtime itself
 * would report 128 and the signal's number for an end that was in good order.
 */
final class StopHook {
    /** How long a surface may take to finish its pending work; after that the runtime ends the process. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Surface surface;
    private final Duration patience;
    private final IntConsumer end;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread = new Thread(this::asked, "stop");

    /**
     * A hook that is not installed.
     *
     * @param end ends the process with a status, at once
     */
    StopHook(Surface surface, Duration patience, IntConsumer end) {
        this.surface = surface;
        this.patience = patience;
        this.end = end;
    }

    /** Installs one in this process. */
    static StopHook install(Surface surface) {
        StopHook hook =
                new StopHook(surface, PATIENCE, status -> Runtime.getRuntime().halt(status));
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    /** The process was asked to end. */
    void asked() {
        surface.stop();
        try {
            if (done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                end.accept(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The surface has ended and is closed; the hook is no longer needed. */
    void finished() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook is what ends it.
        }
    }
}
