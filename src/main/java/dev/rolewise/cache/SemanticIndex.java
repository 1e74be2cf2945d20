package dev.rolewise.cache;

import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The embeddings of the questions whose answers are kept, by scope. Thread-safe; lookups of one scope run side by side.
 *
 * <p>An entry takes about 120 bytes besides its key and its embedding, which are shared with the kept answer (1.6 kB for 384
 * dimensions). How many entries there are is for the caller to bound.
 */
final class SemanticIndex {
    private final Map<Scope, Guarded> byScope = new ConcurrentHashMap<>();

    private record Guarded(ScopeVectors vectors, ReadWriteLock lock) {}

    /** Keeps the embedding of a question; replaces an earlier one. All embeddings have the same number of dimensions. */
    void put(ExactKey key, Embedding embedding) {
        byScope.compute(key.scope(), (scope, known) -> {
            Guarded guarded = known != null
                    ? known
                    : new Guarded(new ScopeVectors(embedding.dimensions()), new ReentrantReadWriteLock());
            guarded.lock().writeLock().lock();
            try {
                guarded.vectors().put(key, embedding);
            } finally {
                guarded.lock().writeLock().unlock();
            }
            return guarded;
        });
    }

    /** Forgets it; nothing happens where it is not known. */
    void remove(ExactKey key) {
        byScope.computeIfPresent(key.scope(), (scope, guarded) -> {
            guarded.lock().writeLock().lock();
            try {
                guarded.vectors().remove(key);
                return guarded.vectors().size() == 0 ? null : guarded;
            } finally {
                guarded.lock().writeLock().unlock();
            }
        });
    }

    /**
     * At most {@code limit} keys of that scope with a cosine of at least {@code atLeast}, nearest first. Beyond {@value
     * ScopeVectors#EXACT} entries one that is near may be missed.
     */
    List<ExactKey> nearest(Scope scope, Embedding asked, int limit, double atLeast) {
        Guarded guarded = byScope.get(scope);
        if (guarded == null || limit <= 0) {
            return List.of();
        }
        guarded.lock().readLock().lock();
        try {
            return guarded.vectors().nearest(asked, limit, atLeast);
        } finally {
            guarded.lock().readLock().unlock();
        }
    }
}
