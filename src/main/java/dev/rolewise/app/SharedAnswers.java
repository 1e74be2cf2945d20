package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cache.NamedLevel;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cache.shared.RedisAddress;
import dev.rolewise.cache.shared.RedisLevel;
import dev.rolewise.cache.shared.RedisSettings;
import dev.rolewise.cache.shared.Seal;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseSharedNames;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Redis or Valkey in which the processes of this installation share answers. Its content is sealed with a key that all
 * of them derive: from {@code cache.redis-key} where it is set, else from the bot's token.
 */
final class SharedAnswers {
    static final String URL = "cache.redis-url";
    static final String KEY = "cache.redis-key";

    private static final Logger LOG = LoggerFactory.getLogger(SharedAnswers.class);
    private static final String INFO = "rolewise shared answers 1";
    private static final int KEY_BYTES = 32;
    private static final int LEAST_KEY = 16;
    private static final int MOST_WAITING = 1_000;

    private SharedAnswers() {}

    /**
     * Never fails for what the server does. No sharing where no server is set, or nothing to derive a key from. With a
     * database, an answer is shared once its name is kept there.
     *
     * @param naming keeps those names; see {@link #naming}
     */
    static SharedLevel open(Settings settings, Optional<Database> database, Background naming, Clock clock)
            throws SettingsException {
        Optional<RedisSettings> redis = settings(settings);
        if (redis.isPresent()) {
            SharedLevel level = RedisLevel.open(redis.get(), clock, new SecureRandom());
            return database.<SharedLevel>map(of -> new NamedLevel(level, new DatabaseSharedNames(of), naming))
                    .orElse(level);
        }
        if (settings.optional(URL).isPresent()) {
            LOG.warn("Answers are not shared: {} needs the bot's token or {}, from which a seal is made.", URL, KEY);
        }
        return SharedLevel.NONE;
    }

    /** Where names of answers are kept and the answers shared. Whoever deletes something has to settle it before. */
    static Background naming() {
        return new Background("shared-names", MOST_WAITING);
    }

    /** Empty where answers are not shared. */
    static Optional<RedisSettings> settings(Settings settings) throws SettingsException {
        Optional<RedisAddress> address = address(settings);
        Optional<Seal> seal = seal(settings);
        return address.isEmpty() || seal.isEmpty()
                ? Optional.empty()
                : Optional.of(new RedisSettings(address.get(), seal.get(), settings.duration("cache.expire-after")));
    }

    /** Where the server is, if one is set. What is wrong with it is told without the address, which may hold a password. */
    private static Optional<RedisAddress> address(Settings settings) throws SettingsException {
        Optional<String> url = settings.optional(URL);
        try {
            return url.map(RedisAddress::parse);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(URL + ": it " + e.getMessage());
        }
    }

    private static Optional<Seal> seal(Settings settings) throws SettingsException {
        Optional<String> key = settings.optional(KEY);
        if (key.isPresent() && key.get().length() < LEAST_KEY) {
            throw new SettingsException(KEY + ": it has to have at least " + LEAST_KEY
                    + " characters, the same for all processes; \"openssl rand -hex 32\" makes one");
        }
        return key.or(() -> settings.optional(RootCommand.TOKEN)).map(SharedAnswers::seal);
    }

    private static Seal seal(String secret) {
        return Seal.of(SealKey.derive(
                secret.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                INFO.getBytes(StandardCharsets.UTF_8),
                KEY_BYTES));
    }
}
