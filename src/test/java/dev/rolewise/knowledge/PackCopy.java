package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the test pack that a test may break. */
final class PackCopy {
    static final Path ORIGINAL = Path.of("src/test/resources/packs/gardeners");

    private final Path folder;

    PackCopy(Path parent) throws IOException {
        folder = parent.resolve("gardeners");
        try (Stream<Path> paths = Files.walk(ORIGINAL)) {
            for (Path path : paths.toList()) {
                Files.copy(path, folder.resolve(ORIGINAL.relativize(path).toString()));
            }
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void replace(String name, String old, String now) throws IOException {
        String text = Files.readString(file(name));
        assertThat(text).as("the fixture").contains(old);
        int at = text.indexOf(old);
        Files.writeString(file(name), text.substring(0, at) + now + text.substring(at + old.length()));
    }

    void bytes(String name, byte[] bytes) throws IOException {
        Files.write(file(name), bytes);
    }

    /** Number of the first line that holds the text. */
    int line(String name, String text) throws IOException {
        List<String> lines = new String(Files.readAllBytes(file(name)), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text + " is not in " + name);
    }

    List<PackFault> faults() {
        try {
            PackLoader.load(folder);
            return List.of();
        } catch (PackFaultsException e) {
            return e.faults();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Expects that fault among others.
     *
     * @param at a text that stands on its line, or {@code @7}
     */
    void expect(String file, String at, String problem, String remedy) throws IOException {
        int line = at.startsWith("@") ? Integer.parseInt(at.substring(1)) : line(file, at);
        expect(file, line, problem, remedy);
    }

    void expect(String file, int line, String problem, String remedy) {
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.problem()).contains(problem);
            assertThat(fault.remedy()).contains(remedy);
        });
    }
}
