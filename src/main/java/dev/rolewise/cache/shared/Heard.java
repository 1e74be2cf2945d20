package dev.rolewise.cache.shared;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what other processes take back to the one listener, on a thread of its own. Where that is slower than the
 * messages come, many keys become {@link RedisLevel#EVERYTHING}. Each new subscription, the first too, counts as
 * everything, for what was said before it was not heard. Thread-safe.
 */
final class Heard extends RedisPubSubAdapter<String, byte[]> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heard.class);
    private static final int MAX_WAITING = 1024;

    private final String own;
    private final Seal seal;
    private final Runnable everything;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread teller = new Thread(this::tell, "shared-answers-dropped");
    private volatile @Nullable Consumer<String> listener;

    /**
     * Starts the thread.
     *
     * @param own id of this process, whose messages are passed over
     * @param everything run at once when another process takes everything back
     */
    Heard(String own, Seal seal, Runnable everything) {
        this.own = own;
        this.seal = seal;
        this.everything = everything;
        teller.setDaemon(true);
        teller.start();
    }

    void listener(Consumer<String> one) {
        this.listener = one;
    }

    @Override
    public void subscribed(String channel, long count) {
        add(RedisLevel.EVERYTHING);
    }

    @Override
    public void message(String channel, byte[] message) {
        Optional<DropMessage> drop =
                DropMessage.decode(message, seal).filter(d -> !d.from().equals(own));
        if (drop.isEmpty()) {
            return;
        }
        if (drop.get().keys().contains(RedisLevel.EVERYTHING)) {
            everything.run();
        }
        drop.get().keys().forEach(this::add);
    }

    private void add(String key) {
        boolean added = waiting.offer(key);
        while (!added) {
            waiting.clear();
            added = waiting.offer(RedisLevel.EVERYTHING);
        }
    }

    private void tell() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tell(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String key) {
        Consumer<String> told = listener;
        if (told == null) {
            return;
        }
        try {
            told.accept(key);
        } catch (RuntimeException e) {
            LOG.warn("an answer that another process took back could not be forgotten", e);
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
