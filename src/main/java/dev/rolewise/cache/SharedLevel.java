package dev.rolewise.cache;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers that several processes share. It is not trusted and not relied on: whatever is wrong with it is a miss. Thread-safe;
 * no method throws for what the other side does.
 */
public interface SharedLevel extends AutoCloseable {
    /**
     * Told to the listener instead of a key when any answer in memory may have been taken back. No key is encoded so, and
     * nothing is named so.
     */
    String EVERYTHING = "*";

    /** No sharing at all. */
    SharedLevel NONE = new SharedLevel() {
        @Override
        public Optional<CachedAnswer> find(ExactKey key) {
            return Optional.empty();
        }

        @Override
        public void keep(ExactKey key, CachedAnswer answer) {
            // nobody shares it
        }

        @Override
        public void drop(Collection<ExactKey> keys) {
            // nobody shares it
        }

        @Override
        public void whenDropped(Consumer<String> listener) {
            // nothing is ever dropped
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    /** The answer that some process has kept; waits at most 50 ms. */
    Optional<CachedAnswer> find(ExactKey key);

    /** Shares an answer; returns at once. */
    void keep(ExactKey key, CachedAnswer answer);

    /** Takes answers back, here and from the memory of the other processes within a second; returns at once. */
    void drop(Collection<ExactKey> keys);

    /** What the answer to that key is called on the other side; empty where it is not shared. Nobody can tell the key from it. */
    default Optional<String> name(ExactKey key) {
        return Optional.empty();
    }

    /** As {@link #drop} of answers of which the names are all that is known. */
    default void dropNamed(Collection<String> names) {
        // nobody shares them
    }

    /**
     * Told of what other processes take back: {@link ExactKey#encode() encoded} keys, {@link #name names} or {@link
     * #EVERYTHING}. One listener; called on another thread.
     */
    void whenDropped(Consumer<String> listener);

    @Override
    void close();
}
