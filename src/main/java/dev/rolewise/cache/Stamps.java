package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Tier;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What answers rest on: the passages that each scope knows, its generation, and the prompts and models.
 *
 * <p>A server's knowledge is the installation's with its own; so a generation of the installation is one of every scope,
 * and a generation of a server is that server's alone. Thread-safe.
 */
final class Stamps {
    private final Map<Scope, Knowledge> byScope = new ConcurrentHashMap<>();
    private final Supplier<String> models;

    /** What one scope adds: hashes of passages by the keys of their statements. */
    private record Knowledge(String generation, Map<String, String> passages) {
        static final Knowledge NONE = new Knowledge("", Map.of());
    }

    /** {@code models} gives the generation of prompts and models; empty text where no model is set up. */
    Stamps(Supplier<String> models) {
        this.models = models;
    }

    /** Replaces what the scope itself knows. */
    void know(Scope scope, Map<String, String> passages) {
        Map<String, String> copy = Map.copyOf(passages);
        byScope.merge(scope, new Knowledge("", copy), (old, add) -> new Knowledge(old.generation(), copy));
    }

    void generation(Scope scope, String name) {
        byScope.merge(scope, new Knowledge(name, Map.of()), (old, add) -> new Knowledge(name, old.passages()));
    }

    /** What answers in that scope rest on at this moment; stays as it is when that changes. */
    Stamp now(Scope scope) {
        Knowledge own = scope.equals(Scope.INSTALLATION) ? Knowledge.NONE : byScope.getOrDefault(scope, Knowledge.NONE);
        return new Stamp(byScope.getOrDefault(Scope.INSTALLATION, Knowledge.NONE), own, models.get());
    }

    /** What answers in one scope rest on at one moment. */
    static final class Stamp {
        private final Knowledge installation;
        private final Knowledge own;
        private final String models;

        private Stamp(Knowledge installation, Knowledge own, String models) {
            this.installation = installation;
            this.own = own;
            this.models = models;
        }

        /** The answer with what it rests on; empty where it cites what the scope does not know. */
        Optional<CachedAnswer> on(Answer answer, Instant madeAt) {
            Map<String, String> cited = new HashMap<>();
            for (Citation citation : answer.citations()) {
                String hash = hash(citation.statementKey());
                if (hash.isEmpty()) {
                    return Optional.empty();
                }
                cited.put(citation.statementKey(), hash);
            }
            return Optional.of(
                    new CachedAnswer(answer, madeAt, generation(answer.receipt().servedBy()), cited));
        }

        /** Why the answer does not hold any more; empty where it does. */
        Optional<Eviction> against(CachedAnswer kept) {
            if (!kept.generation().equals(generation(kept.answer().receipt().servedBy()))) {
                return Optional.of(Eviction.GENERATION);
            }
            for (Map.Entry<String, String> passage : kept.cited().entrySet()) {
                if (!passage.getValue().equals(hash(passage.getKey()))) {
                    return Optional.of(Eviction.CHANGED);
                }
            }
            return Optional.empty();
        }

        private String hash(String statementKey) {
            String ours = own.passages().get(statementKey);
            return ours != null ? ours : installation.passages().getOrDefault(statementKey, "");
        }

        /** A local answer holds under other prompts and models; not where the first model comes, or the last one goes. */
        private String generation(Tier servedBy) {
            String maker = servedBy != Tier.LOCAL ? models : models.isEmpty() ? "alone" : "beside models";
            return installation.generation() + '\n' + own.generation() + '\n' + maker;
        }
    }
}
