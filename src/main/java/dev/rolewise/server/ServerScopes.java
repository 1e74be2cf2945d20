package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Which servers have something of their own, and what. A server that has neither documents nor corrections nor a wish about
 * them shares the installation's scope. Thread-safe.
 */
public final class ServerScopes implements ServerKnowledge {
    private static final int SERVERS_IN_MEMORY = 10_000;

    /** Another process may have changed it. */
    private static final Duration IN_MEMORY = Duration.ofSeconds(10);

    private final Corrections corrections;
    private final ServerRules rules;
    private final LoadingCache<String, Scope> scopes;

    /**
     * @param generation told of each scope with a name for what it knows now: another name, other knowledge
     */
    public ServerScopes(
            Documents documents,
            Corrections corrections,
            ServerRules rules,
            BiConsumer<Scope, String> generation,
            Ticker ticker) {
        this.corrections = corrections;
        this.rules = rules;
        this.scopes = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(IN_MEMORY)
                .ticker(ticker)
                .build(id -> {
                    Scope own = new Scope(Optional.of(id));
                    Mix mix = rules.of(Optional.of(id)).mix();
                    List<String> parts = Stream.concat(corrections.live(id).stream(), documents.names(own).stream())
                            .sorted()
                            .toList();
                    if (mix == Mix.BOTH && parts.isEmpty()) {
                        return Scope.INSTALLATION;
                    }
                    generation.accept(own, mix + " " + String.join(" ", parts));
                    return own;
                });
    }

    @Override
    public Scope scope(Optional<String> serverId) {
        return serverId.map(scopes::get).orElse(Scope.INSTALLATION);
    }

    @Override
    public Mix mix(Scope scope) {
        return rules.of(scope.serverId()).mix();
    }

    @Override
    public Optional<ServerKnowledge.Correction> correction(QuestionProfile asked, Scope scope) {
        return scope.serverId().flatMap(id -> corrections.served(id, asked));
    }

    @Override
    public Optional<ServerKnowledge.Near> nearCorrection(QuestionProfile asked, Scope scope) {
        return scope.serverId().flatMap(id -> corrections.near(id, asked));
    }

    /** What a server has of its own has changed. */
    public void changed(String serverId) {
        scopes.invalidate(serverId);
    }
}
