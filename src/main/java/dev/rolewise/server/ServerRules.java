package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.question.ServerKnowledge.Mix;
import dev.rolewise.question.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What servers have set, from memory for some seconds. Thread-safe. Methods throw {@link java.io.UncheckedIOException} where
 * the record cannot be used.
 */
public final class ServerRules {
    private static final int SERVERS_IN_MEMORY = 10_000;

    /** Another process may have changed them. */
    private static final Duration IN_MEMORY = Duration.ofSeconds(10);

    private final SettingsStore store;
    private final Ceilings ceilings;
    private final LoadingCache<String, ServerSettings> settings;
    private volatile Consumer<String> changed = server -> {};

    public ServerRules(SettingsStore store, Ceilings ceilings, Ticker ticker) {
        this.store = store;
        this.ceilings = ceilings;
        this.settings = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(IN_MEMORY)
                .ticker(ticker)
                .build(id -> read(store.of(id)));
    }

    /** {@code listener} is told of a server whose answers may now be others. One listener. */
    public void whenChanged(Consumer<String> listener) {
        changed = listener;
    }

    /** What holds in a server; the defaults outside servers. */
    public ServerSettings of(Optional<String> serverId) {
        return serverId.map(settings::get).orElse(ServerSettings.DEFAULT);
    }

    Ceilings ceilings() {
        return ceilings;
    }

    /** What a server has set, by the name of the setting, straight from the record. */
    Map<String, String> kept(String serverId) {
        return store.of(serverId);
    }

    /** Keeps a value that {@link SettingName#parse} gave. */
    void set(String serverId, SettingName name, String value) {
        if (value.equals(name.usual())) {
            store.reset(serverId, name.id());
        } else {
            store.set(serverId, name.id(), value);
        }
        settings.invalidate(serverId);
        changed.accept(serverId);
    }

    void dropAll(String serverId) {
        store.dropAll(serverId);
        settings.invalidate(serverId);
        changed.accept(serverId);
    }

    /** A number that is kept and no longer allowed is no trouble: the installation's own holds besides. */
    private static ServerSettings read(Map<String, String> texts) {
        String channels = value(texts, SettingName.CHANNELS);
        return new ServerSettings(
                channels.equals("all") ? List.of() : List.of(channels.split(" ")),
                value(texts, SettingName.REPLIES).equals("private"),
                value(texts, SettingName.THREADS).equals("on"),
                switch (value(texts, SettingName.KNOWLEDGE)) {
                    case "own-first" -> Mix.OWN_FIRST;
                    case "own-only" -> Mix.OWN_ONLY;
                    default -> Mix.BOTH;
                },
                new ServerSettings.Limits(
                        wish(texts, SettingName.MEMBER_HOUR).map(Integer::valueOf),
                        wish(texts, SettingName.MEMBER_DAY).map(Integer::valueOf),
                        wish(texts, SettingName.SERVER_DAY).map(Integer::valueOf)),
                new ServerBudget(
                        wish(texts, SettingName.BUDGET_DAY_USD).map(Usd::parse),
                        wish(texts, SettingName.BUDGET_DAY_CALLS).map(Integer::valueOf)));
    }

    private static Optional<String> wish(Map<String, String> texts, SettingName name) {
        return Optional.ofNullable(texts.get(name.id()));
    }

    private static String value(Map<String, String> texts, SettingName name) {
        return texts.getOrDefault(name.id(), name.usual());
    }
}
