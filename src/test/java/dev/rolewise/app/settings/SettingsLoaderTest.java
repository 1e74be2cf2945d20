package dev.rolewise.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {
    private static final List<SettingKey> KEYS = List.of(
            SettingKey.withoutDefault("bot.token", SettingKind.SECRET, "none").alsoFrom("BOT_TOKEN"),
            SettingKey.withoutDefault("bot.rest-url", SettingKind.ADDRESS, "the usual one"),
            SettingKey.withDefault("answer.deadline", SettingKind.DURATION, "20s"),
            SettingKey.withDefault("cache.max-bytes", SettingKind.SIZE, "64MiB"),
            SettingKey.withDefault("queue", SettingKind.COUNT, "200"),
            SettingKey.withDefault("data-dir", SettingKind.FOLDER, "data"),
            SettingKey.withDefault("pack", SettingKind.NAME, "ai-careers"));

    private final Path folder;

    SettingsLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Settings load(String yaml, Map<String, String> environment) throws Exception {
        Files.writeString(folder.resolve("rolewise.yml"), yaml);
        try (ConfigFolder config = ConfigFolder.open(Optional.of(folder), folder)) {
            return new SettingsLoader(KEYS).load(config, environment);
        }
    }

    private List<String> faults(String yaml, Map<String, String> environment) {
        SettingsException e = catchThrowableOfType(SettingsException.class, () -> load(yaml, environment));
        assertThat(e).isNotNull();
        return e.faults();
    }

    private static String shown(Settings settings, String name) {
        return settings.all().stream()
                .filter(v -> v.key().name().equals(name))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void without_anything_set_the_defaults_hold() throws Exception {
        Settings settings = load("", Map.of());

        assertThat(settings.duration("answer.deadline")).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.size("cache.max-bytes")).isEqualTo(67_108_864L);
        assertThat(settings.count("queue")).isEqualTo(200);
        assertThat(settings.folder("data-dir")).isEqualTo(Path.of("data"));
        assertThat(settings.optional("bot.token")).isEmpty();
        assertThat(settings.address("bot.rest-url")).isEmpty();
        assertThat(shown(settings, "bot.rest-url")).isEqualTo("bot.rest-url = the usual one (default)");
        assertThat(shown(settings, "queue")).isEqualTo("queue = 200 (default)");
    }

    @Test
    void the_environment_wins_over_the_file_and_the_file_over_the_default() throws Exception {
        Settings settings = load("""
                # comment
                answer:
                  deadline: 2m
                cache.max-bytes: 1 KiB
                queue: 5
                bot:
                """, Map.of("ROLEWISE_QUEUE", " 7 ", "PATH", "x", "ROLEWISE_ANSWER_DEADLINE", ""));

        assertThat(shown(settings, "queue")).isEqualTo("queue = 7 (environment ROLEWISE_QUEUE)");
        assertThat(shown(settings, "answer.deadline")).isEqualTo("answer.deadline = 2m (rolewise.yml:3)");
        assertThat(settings.duration("answer.deadline")).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.size("cache.max-bytes")).isEqualTo(1024);
    }

    @Test
    void an_unknown_key_is_an_error_that_names_the_nearest_known_one() {
        assertThat(faults("answer:\n  deadlin: 8s\nque: 3\ntoken: x\n", Map.of("ROLEWISE_DATADIR", "/tmp")))
                .containsExactlyInAnyOrder(
                        "rolewise.yml:2: there is no setting answer.deadlin; did you mean answer.deadline?",
                        "rolewise.yml:3: there is no setting que; did you mean queue?",
                        "rolewise.yml:4: there is no setting token; did you mean bot.token?",
                        "environment ROLEWISE_DATADIR: there is no such setting; did you mean ROLEWISE_DATA_DIR?");
    }

    @ParameterizedTest
    @CsvSource({
        "answer.deadline, 20",
        "answer.deadline, 0s",
        "answer.deadline, 8 parsecs",
        "answer.deadline, -8s",
        "answer.deadline, 9999999999s",
        "cache.max-bytes, 64MB",
        "queue, many",
        "queue, 0",
        "pack, ../secrets",
        "bot.rest-url, discord.com",
        "bot.rest-url, ftp://discord.com",
        "bot.rest-url, http://discord.com:99999",
    })
    void a_wrong_value_is_an_error_that_says_what_is_expected(String key, String value) {
        assertThat(faults(key + ": " + value, Map.of()))
                .singleElement()
                .asString()
                .startsWith("rolewise.yml:1: " + key + ": \"" + value + "\" will not do; it has to be ")
                .contains(", for example ");
    }

    @Test
    void a_wrong_value_that_would_be_overridden_is_still_an_error() {
        assertThat(faults("queue: many", Map.of("ROLEWISE_QUEUE", "7"))).hasSize(1);
    }

    @Test
    void a_secret_is_never_shown() throws Exception {
        Settings settings = load("", Map.of("BOT_TOKEN", "hush"));

        assertThat(settings.text("bot.token")).isEqualTo("hush");
        assertThat(shown(settings, "bot.token")).isEqualTo("bot.token = *** (environment BOT_TOKEN)");
        assertThat(faults("", Map.of("BOT_TOKEN", "hush hush")))
                .singleElement()
                .asString()
                .doesNotContain("hush");
    }

    @Test
    void a_secret_can_stand_in_a_file_of_its_own() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "hush\n");

        Settings settings = load("", Map.of("BOT_TOKEN_FILE", file.toString()));

        assertThat(settings.text("bot.token")).isEqualTo("hush");
        assertThat(shown(settings, "bot.token")).endsWith("(file named by BOT_TOKEN_FILE)");
        assertThat(load("", Map.of("ROLEWISE_BOT_TOKEN_FILE", file.toString())).text("bot.token"))
                .isEqualTo("hush");
    }

    @Test
    void a_secret_file_that_is_missing_or_empty_is_an_error() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThat(faults("", Map.of("BOT_TOKEN_FILE", folder.resolve("gone").toString())))
                .singleElement()
                .asString()
                .startsWith("environment BOT_TOKEN_FILE: the file ")
                .contains("cannot be read");
        assertThat(faults("", Map.of("BOT_TOKEN_FILE", empty.toString())))
                .singleElement()
                .asString()
                .startsWith("file named by BOT_TOKEN_FILE: bot.token: its value will not do");
    }

    @Test
    void two_variables_for_one_setting_are_an_error() {
        assertThat(faults("", Map.of("BOT_TOKEN", "a", "ROLEWISE_BOT_TOKEN", "b")))
                .containsExactly(
                        "environment ROLEWISE_BOT_TOKEN: BOT_TOKEN is set as well and means the same; keep one of them");
    }

    @Test
    void faults_of_the_file_name_their_line() {
        assertThat(faults("queue: 3\npack: a\nqueue: 4\n", Map.of()))
                .containsExactly("rolewise.yml:3: queue stands in line 1 already; keep one of them");
        assertThat(faults("pack: a\nqueue: [1]\n", Map.of()))
                .containsExactly("rolewise.yml:2: queue has to be one value; write it behind the colon");
        assertThat(faults("pack: a\n queue: : 4\n", Map.of()))
                .singleElement()
                .asString()
                .startsWith("rolewise.yml:2: is not YAML (");
        assertThat(faults("- a\n", Map.of()))
                .singleElement()
                .asString()
                .startsWith("rolewise.yml:1: holds no settings");
        assertThat(faults("? [a]\n: b\n", Map.of())).singleElement().asString().startsWith("rolewise.yml:1: has a key");
    }

    @Test
    void a_file_that_is_not_utf_8_is_said_to_be_so() throws IOException {
        Files.write(folder.resolve("rolewise.yml"), "pack: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> {
                    try (ConfigFolder config = ConfigFolder.open(Optional.of(folder), folder)) {
                        new SettingsLoader(KEYS).load(config, Map.of());
                    }
                })
                .isInstanceOf(SettingsException.class)
                .hasMessage("rolewise.yml: is not UTF-8; save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&a {b: *a}", "a: &x [*x]", "a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}"})
    void a_file_that_would_never_end_is_refused(String yaml) {
        assertThat(faults(yaml, Map.of())).isNotEmpty();
    }

    @Test
    void asking_for_what_is_not_declared_is_a_mistake_of_the_program() throws Exception {
        Settings settings = load("", Map.of());

        assertThatThrownBy(() -> settings.text("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.text("bot.token")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.count("pack")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_distance_between_names_counts_edits() {
        assertThat(Nearest.distance("queue", "queue")).isZero();
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
