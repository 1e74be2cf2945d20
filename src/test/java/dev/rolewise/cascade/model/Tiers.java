package dev.rolewise.cascade.model;

import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.question.Tier;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tiers of a loopback provider. */
final class Tiers {
    /** A key that has to stay where it belongs. */
    static final String KEY = "sk-canary-4417-do-not-show";

    static final String HEADER = "canary-header-8812";
    static final ModelRequest REQUEST = new ModelRequest("Be brief, canary-system.", "Why canary-question?", 200);

    private Tiers() {}

    static TierSettings settings(URI url, Dialect dialect) {
        return settings(url, dialect, false, Map.of());
    }

    static TierSettings settings(URI url, Dialect dialect, boolean schema, Map<String, Object> extraBody) {
        return new TierSettings(
                dialect.name().toLowerCase(Locale.ROOT),
                Optional.of(url),
                "tiny-1",
                Optional.of(Secret.of(KEY)),
                400,
                schema,
                Map.of("X-Title", HEADER),
                extraBody);
    }

    static ProviderTier cheap(LoopbackProvider provider, Clock clock) {
        return cheap(provider, CallLimits.DEFAULT, clock);
    }

    static ProviderTier cheap(LoopbackProvider provider, CallLimits limits, Clock clock) {
        return new ProviderTier(Tier.CHEAP, settings(provider.address(Dialect.OPENAI), Dialect.OPENAI), limits, clock);
    }
}
