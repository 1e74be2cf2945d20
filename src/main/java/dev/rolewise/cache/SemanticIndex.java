package dev.rolewise.cache;

import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The embeddings of the questions whose answers are kept, by scope. Thread-safe. */
final class SemanticIndex {
    private final Map<Scope, Map<ExactKey, Embedding>> byScope = new ConcurrentHashMap<>();

    /** Keeps the embedding of a question; replaces an earlier one. */
    void put(ExactKey key, Embedding embedding) {
        byScope.computeIfAbsent(key.scope(), scope -> new ConcurrentHashMap<>()).put(key, embedding);
    }

    /** Forgets it; nothing happens where it is not known. */
    void remove(ExactKey key) {
        byScope.computeIfPresent(key.scope(), (scope, keys) -> {
            keys.remove(key);
            return keys.isEmpty() ? null : keys;
        });
    }

    /** At most {@code limit} keys of that scope with a cosine of at least {@code atLeast}, nearest first. */
    List<ExactKey> nearest(Scope scope, Embedding asked, int limit, double atLeast) {
        record Near(ExactKey key, double cosine) {}
        return byScope.getOrDefault(scope, Map.of()).entrySet().stream()
                .map(e -> new Near(e.getKey(), e.getValue().cosine(asked)))
                .filter(near -> near.cosine() >= atLeast)
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .limit(limit)
                .map(Near::key)
                .toList();
    }
}
