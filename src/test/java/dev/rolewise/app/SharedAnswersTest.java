package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.app.settings.SettingsLoader;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cache.shared.RedisLevel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {
    private static final String URL = "ROLEWISE_CACHE_REDIS_URL";
    private static final String KEY = "ROLEWISE_CACHE_REDIS_KEY";
    /** Nothing listens there. */
    private static final String NOWHERE = "redis://:sesame@127.0.0.1:1/0";

    @Test
    void nothing_is_shared_by_default() throws Exception {
        assertThat(SharedAnswers.open(
                        settings(Map.of("DISCORD_TOKEN", "token")),
                        Optional.empty(),
                        SharedAnswers.naming(),
                        Clock.systemUTC()))
                .isSameAs(SharedLevel.NONE);
    }

    @Test
    void without_token_and_key_nothing_is_shared() throws Exception {
        assertThat(SharedAnswers.open(
                        settings(Map.of(URL, NOWHERE)), Optional.empty(), SharedAnswers.naming(), Clock.systemUTC()))
                .isSameAs(SharedLevel.NONE);
    }

    @Test
    void a_start_does_not_need_the_server() throws Exception {
        Settings settings = settings(Map.of(URL, NOWHERE, "DISCORD_TOKEN", "token"));

        try (SharedLevel shared =
                SharedAnswers.open(settings, Optional.empty(), SharedAnswers.naming(), Clock.systemUTC())) {
            assertThat(shared).isInstanceOf(RedisLevel.class);
        }
    }

    @Test
    void a_key_of_its_own_stands_in_for_the_token() throws Exception {
        Settings settings =
                settings(Map.of(URL, NOWHERE, KEY, "sixteen-letters!", "ROLEWISE_CACHE_EXPIRE_AFTER", "3d"));

        assertThat(SharedAnswers.settings(settings)).hasValueSatisfying(redis -> {
            assertThat(redis.expireAfter()).isEqualTo(Duration.ofDays(3));
            assertThat(redis.toString()).contains("redis://127.0.0.1:1").doesNotContain("sesame");
        });
    }

    @Test
    void what_is_wrong_is_told_without_password_or_key() throws Exception {
        assertFault(
                Map.of(URL, "redis://:sesame@host:port", KEY, "sixteen-letters!"), "cache.redis-url: it names a host");
        assertFault(Map.of(URL, NOWHERE, KEY, "sesame"), "cache.redis-key: it has to have at least 16 characters");
    }

    @Test
    void the_address_is_shown_as_a_secret() throws Exception {
        assertThat(settings(Map.of(URL, NOWHERE)).all().stream().map(Settings.Value::toString))
                .contains("cache.redis-url = *** (environment " + URL + ")");
    }

    private static void assertFault(Map<String, String> environment, String fault) throws Exception {
        Settings settings = settings(environment);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SharedAnswers.settings(settings))
                .withMessageContaining(fault)
                .withMessageNotContaining("sesame");
    }

    private static Settings settings(Map<String, String> environment) throws Exception {
        try (ConfigFolder config = ConfigFolder.open(Optional.empty(), Path.of(""))) {
            return new SettingsLoader(DeclaredSettings.all(2)).load(config, environment);
        }
    }
}
