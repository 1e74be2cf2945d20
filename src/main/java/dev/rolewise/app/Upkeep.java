package dev.rolewise.app;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks twice a second at what other processes changed, and cleans up every ten minutes. Thread-safe. */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int MINUTES_BETWEEN_CLEANING = 10;

    /** What the command line takes out has to be out within a second. */
    private static final int MILLIS_BETWEEN_LOOKS = 500;

    private final ScheduledExecutorService cleaner =
            new ScheduledThreadPoolExecutor(1, work -> Background.daemon(work, "clean"));
    private final ScheduledExecutorService follower =
            new ScheduledThreadPoolExecutor(1, work -> Background.daemon(work, "follow"));

    void start(List<Runnable> looks, Runnable cleaning) {
        var unused = follower.scheduleWithFixedDelay(
                () -> looks.forEach(Upkeep::followed),
                MILLIS_BETWEEN_LOOKS,
                MILLIS_BETWEEN_LOOKS,
                TimeUnit.MILLISECONDS);
        var unusedToo =
                cleaner.scheduleWithFixedDelay(() -> cleaned(cleaning), 1, MINUTES_BETWEEN_CLEANING, TimeUnit.MINUTES);
    }

    /** An outage of the database has its own lines in the log; any other failure must not end the looks. */
    static void followed(Runnable look) {
        try {
            look.run();
        } catch (UncheckedIOException e) {
            LOG.debug("what other processes changed could not be followed", e);
        } catch (RuntimeException e) {
            LOG.error("what other processes changed could not be followed", e);
        }
    }

    /** Does it, now or the next time. */
    static void cleaned(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException e) {
            LOG.warn("what servers keep could not be looked after: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        cleaner.shutdownNow();
        follower.shutdownNow();
    }
}
