package dev.rolewise.discord;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which members' interactions are accepted. Apart from the WebSocket's, so that heartbeats never wait for
 * them; few, since accepting never waits. What does not fit is handled by the thread that brings it.
 */
final class EventPool {
    private static final int THREADS = 2;
    private static final int QUEUE = 1_000;

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService executor =
            new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), work -> {
                Thread thread = new Thread(work, "discord-events-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    ExecutorService executor() {
        return executor;
    }

    void close() {
        executor.shutdown();
    }
}
