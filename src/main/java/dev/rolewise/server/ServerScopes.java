package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import java.time.Duration;
import java.util.Optional;

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

    public ServerScopes(Documents documents, Corrections corrections, ServerRules rules, Ticker ticker) {
        this.corrections = corrections;
        this.rules = rules;
        this.scopes = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(IN_MEMORY)
                .ticker(ticker)
                .build(id -> {
                    Scope own = new Scope(Optional.of(id));
                    boolean any =
                            rules.of(Optional.of(id)).mix() != Mix.BOTH || corrections.any(id) || documents.any(own);
                    return any ? own : Scope.INSTALLATION;
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

    /** What a server has of its own has changed. */
    public void changed(String serverId) {
        scopes.invalidate(serverId);
    }
}
