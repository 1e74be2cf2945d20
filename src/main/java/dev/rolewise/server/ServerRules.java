package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.ServerKnowledge.Mix;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What servers have set, from memory for some seconds. Thread-safe. */
public final class ServerRules {
    private static final int SERVERS_IN_MEMORY = 10_000;

    /** Another process may have changed them. */
    private static final Duration IN_MEMORY = Duration.ofSeconds(10);

    private static final int MOST_CHANNELS = 25;
    private static final Pattern CHANNEL = Pattern.compile("<#([0-9]{15,20})>|\\b([0-9]{15,20})\\b");

    private final SettingsStore store;
    private final Consumer<String> changed;
    private final LoadingCache<String, ServerSettings> settings;

    /** The settings by the name under which they are shown and kept. */
    public enum Name {
        /** Where the bot answers. */
        CHANNELS("all", "where I answer: channels such as #general, or all"),
        /** Who sees replies. */
        REPLIES("public", "who sees my answers: public, or private with a button to share"),
        /** Documents and pack. */
        KNOWLEDGE("both", "what I answer from: both, own-first (my notes only where your guides are silent), own-only");

        private final String usual;
        private final String description;

        Name(String usual, String description) {
            this.usual = usual;
            this.description = description;
        }

        /** As a person types it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String usual() {
            return usual;
        }

        String description() {
            return description;
        }

        static Optional<Name> of(String typed) {
            return List.of(values()).stream()
                    .filter(n -> n.id().equalsIgnoreCase(typed.strip()))
                    .findFirst();
        }
    }

    /** {@code changed} is told of a server whose answers may now be others. */
    public ServerRules(SettingsStore store, Consumer<String> changed, Ticker ticker) {
        this.store = store;
        this.changed = changed;
        this.settings = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(IN_MEMORY)
                .ticker(ticker)
                .build(id -> read(store.of(id)));
    }

    /** What holds in a server; the defaults outside servers. */
    public ServerSettings of(Optional<String> serverId) {
        return serverId.map(settings::get).orElse(ServerSettings.DEFAULT);
    }

    /** The value as it is kept, where the typed one is right; else what is wrong with it. */
    sealed interface Parsed {
        /** It is right. */
        record Value(String value) implements Parsed {}

        /** It is not. */
        record Wrong(String why) implements Parsed {}
    }

    static Parsed parse(Name name, String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case CHANNELS -> channels(typed);
            case REPLIES -> oneOf(value, List.of("public", "private"));
            case KNOWLEDGE -> oneOf(value, List.of("both", "own-first", "own-only"));
        };
    }

    void set(String serverId, Name name, String value) {
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
    }

    private static Parsed channels(String typed) {
        if (typed.strip().equalsIgnoreCase("all")) {
            return new Parsed.Value("all");
        }
        Matcher channel = CHANNEL.matcher(typed);
        List<String> ids = channel.results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .distinct()
                .toList();
        if (ids.isEmpty() || ids.size() > MOST_CHANNELS) {
            return new Parsed.Wrong("Name one to " + MOST_CHANNELS + " channels, such as #general, or write all.");
        }
        return new Parsed.Value(String.join(" ", ids));
    }

    private static Parsed oneOf(String value, List<String> values) {
        return values.contains(value)
                ? new Parsed.Value(value)
                : new Parsed.Wrong("It can be " + String.join(", ", values) + ".");
    }

    private static ServerSettings read(Map<String, String> texts) {
        String channels = texts.getOrDefault(Name.CHANNELS.id(), Name.CHANNELS.usual());
        String mix = texts.getOrDefault(Name.KNOWLEDGE.id(), Name.KNOWLEDGE.usual());
        return new ServerSettings(
                channels.equals("all") ? List.of() : List.of(channels.split(" ")),
                texts.getOrDefault(Name.REPLIES.id(), "").equals("private"),
                switch (mix) {
                    case "own-first" -> Mix.OWN_FIRST;
                    case "own-only" -> Mix.OWN_ONLY;
                    default -> Mix.BOTH;
                });
    }
}
