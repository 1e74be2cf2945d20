package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.SettingKey;
import dev.rolewise.app.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredSettingsTest {
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^# .+\\n#([a-z.-]+):(.*)$");
    private static final List<SettingKey> KEYS = DeclaredSettings.all(2);

    @Test
    void every_default_is_a_right_value() {
        assertThat(KEYS).allSatisfy(key -> assertThat(
                        key.fallback().map(key.kind()::accepts).orElse(true))
                .as(key.name())
                .isTrue());
        assertThat(KEYS).extracting(SettingKey::name).doesNotHaveDuplicates();
    }

    @Test
    void the_shipped_file_explains_every_setting_with_its_default() throws Exception {
        try (ConfigFolder config = ConfigFolder.open(Optional.empty(), Path.of(""))) {
            Matcher found = EXPLAINED.matcher(
                    Files.readString(config.file(SettingsLoader.FILE).orElseThrow()));
            Map<String, String> explained = found.results()
                    .collect(Collectors.toMap(r -> r.group(1), r -> r.group(2).strip()));

            assertThat(explained.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            KEYS.stream().map(SettingKey::name).toList());
            assertThat(KEYS).allSatisfy(key -> key.fallback()
                    .ifPresent(value -> assertThat(explained).containsEntry(key.name(), value)));
        }
    }

    @Test
    void the_shipped_file_can_be_used_with_every_line_switched_on(@TempDir Path folder) throws Exception {
        try (ConfigFolder packed = ConfigFolder.open(Optional.empty(), Path.of(""))) {
            String shipped = Files.readString(packed.file(SettingsLoader.FILE).orElseThrow());
            Files.writeString(folder.resolve(SettingsLoader.FILE), shipped.replaceAll("(?m)^#(?=[a-z])", ""));
        }

        try (ConfigFolder config = ConfigFolder.open(Optional.of(folder), folder)) {
            assertThat(new SettingsLoader(KEYS).load(config, Map.of()).all())
                    .filteredOn(v -> v.key().fallback().isPresent())
                    .allSatisfy(v -> assertThat(v.origin()).startsWith("rolewise.yml:"));
        }
    }

    @Test
    void the_token_has_its_short_variable() {
        assertThat(KEYS.get(0).environment()).containsExactly("DISCORD_TOKEN", "ROLEWISE_DISCORD_TOKEN");
    }
}
