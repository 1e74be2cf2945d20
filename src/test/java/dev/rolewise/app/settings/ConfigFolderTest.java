package dev.rolewise.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {
    private final Path folder;

    ConfigFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A configuration packed into a jar, without entries for its folders. */
    private URL jar() throws IOException {
        Path jar = folder.resolve("some program.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String name : new String[] {
                "rolewise.yml", "knowledge/gardening/pack.yml", "knowledge/gardening/notes/a.md", "knowledge/b/pack.yml"
            }) {
                out.putNextEntry(new JarEntry("config/" + name));
                out.write(("packed " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return URI.create("jar:" + jar.toUri() + "!/config/rolewise.yml").toURL();
    }

    private Path own(String file) throws IOException {
        Path path = folder.resolve("own").resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "own " + file);
    }

    @Test
    void a_file_of_the_folder_wins_and_the_packed_one_fills_the_gap() throws Exception {
        own("logback.xml");

        try (ConfigFolder config = ConfigFolder.over(Optional.of(folder.resolve("own")), jar())) {
            assertThat(config.file("rolewise.yml"))
                    .hasValueSatisfying(f -> assertThat(f).hasContent("packed rolewise.yml"));
            assertThat(config.origin("rolewise.yml")).isEqualTo("packed rolewise.yml");
            assertThat(config.file("logback.xml"))
                    .hasValueSatisfying(f -> assertThat(f).hasContent("own logback.xml"));
            assertThat(config.origin("logback.xml")).isEqualTo("logback.xml");
            assertThat(config.file("prices.yml")).isEmpty();
        }
    }

    @Test
    void a_packed_pack_can_be_read_as_a_folder() throws Exception {
        try (ConfigFolder config = ConfigFolder.over(Optional.empty(), jar())) {
            Path pack = config.pack("gardening");

            assertThat(pack.resolve("notes").resolve("a.md")).hasContent("packed knowledge/gardening/notes/a.md");
            assertThat(pack.getFileName()).hasToString("gardening");
        }
    }

    @Test
    void a_pack_wins_as_a_whole_folder() throws Exception {
        own("knowledge/gardening/pack.yml");

        try (ConfigFolder config = ConfigFolder.over(Optional.of(folder.resolve("own")), jar())) {
            Path pack = config.pack("gardening");

            assertThat(pack.resolve("pack.yml")).hasContent("own knowledge/gardening/pack.yml");
            assertThat(pack.resolve("notes")).doesNotExist();
            assertThat(config.pack("b").resolve("pack.yml")).hasContent("packed knowledge/b/pack.yml");
        }
    }

    @Test
    void a_missing_pack_is_an_error_that_names_those_that_there_are() throws Exception {
        own("knowledge/cooking/pack.yml");

        try (ConfigFolder config = ConfigFolder.over(Optional.of(folder.resolve("own")), jar())) {
            assertThatThrownBy(() -> config.pack("cars"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("pack: there is no knowledge pack cars; there is b, cooking, gardening, ");
        }
    }

    @Test
    void two_can_be_open_at_once() throws Exception {
        URL jar = jar();
        try (ConfigFolder one = ConfigFolder.over(Optional.empty(), jar)) {
            ConfigFolder.over(Optional.empty(), jar).close();

            assertThat(one.file("rolewise.yml")).isPresent();
        }
    }

    @Test
    void the_folder_called_config_is_used_where_the_program_is_started() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve("rolewise.yml"), "pack: mine");

        try (ConfigFolder config = ConfigFolder.open(Optional.empty(), folder)) {
            assertThat(config.file("rolewise.yml"))
                    .hasValueSatisfying(f -> assertThat(f).hasContent("pack: mine"));
            assertThat(config.folder()).contains(folder.resolve("config"));
        }
    }

    @Test
    void without_a_folder_the_packed_configuration_is_used() throws Exception {
        try (ConfigFolder config = ConfigFolder.open(Optional.empty(), folder)) {
            assertThat(config.folder()).isEmpty();
            assertThat(config.file("rolewise.yml")).isPresent();
            assertThat(config.origin("rolewise.yml")).isEqualTo("packed rolewise.yml");
        }
    }

    @Test
    void a_folder_that_was_named_has_to_be_there() {
        assertThatThrownBy(() -> ConfigFolder.open(Optional.of(Path.of("nowhere")), folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("there is no folder");
    }
}
