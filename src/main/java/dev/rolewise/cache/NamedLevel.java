package dev.rolewise.cache;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares an answer only when its name is on record, so that nothing is shared that could not be taken back. Thread-safe.
 */
public final class NamedLevel implements SharedLevel {
    private static final Logger LOG = LoggerFactory.getLogger(NamedLevel.class);

    private final SharedLevel shared;
    private final SharedNames names;
    private final Executor background;

    /** {@code background} does one thing after the other; what it drops is not shared. Closing this closes {@code shared}. */
    public NamedLevel(SharedLevel shared, SharedNames names, Executor background) {
        this.shared = shared;
        this.names = names;
        this.background = background;
    }

    @Override
    public Optional<CachedAnswer> find(ExactKey key) {
        return shared.find(key);
    }

    @Override
    public void keep(ExactKey key, CachedAnswer answer) {
        shared.name(key)
                .ifPresent(name -> background.execute(() -> {
                    try {
                        names.keep(name, answer.asker(), key.scope(), answer.madeAt());
                        shared.keep(key, answer);
                    } catch (UncheckedIOException e) {
                        LOG.debug("an answer is not shared, since its name cannot be kept: {}", e.getMessage());
                    }
                }));
    }

    /** At once, and once more after what is still to be shared. */
    @Override
    public void drop(Collection<ExactKey> keys) {
        List<ExactKey> gone = List.copyOf(keys);
        shared.drop(gone);
        background.execute(() -> shared.drop(gone));
    }

    @Override
    public Optional<String> name(ExactKey key) {
        return shared.name(key);
    }

    @Override
    public void dropNamed(Collection<String> dropped) {
        shared.dropNamed(dropped);
    }

    @Override
    public void whenDropped(Consumer<String> listener) {
        shared.whenDropped(listener);
    }

    @Override
    public void close() {
        shared.close();
    }
}
