package dev.rolewise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Role;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Roles are named by packs: no text in the code holds a name of one. */
class CodeNamesNoRoleTest {
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern TEXT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"");

    @Test
    void no_text_in_the_code_names_a_role_of_the_shipped_pack() throws IOException {
        List<String> names = Packs.shipped().roles().stream()
                .flatMap(r -> Stream.of(r.id(), r.name(), r.plural(), r.field()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();

        List<String> texts = texts();

        assertThat(texts).hasSizeGreaterThan(500);
        assertThat(texts.stream()
                        .filter(text -> names.stream().anyMatch(text::contains))
                        .toList())
                .isEmpty();
    }

    @Test
    void the_names_that_are_looked_for_are_those_of_the_pack() {
        assertThat(Packs.shipped().roles()).extracting(Role::id).contains("ml-engineer", "ai-engineer");
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll(" ");
                TEXT.matcher(code)
                        .results()
                        .map(MatchResult::group)
                        .map(text -> file.getFileName() + " " + text.toLowerCase(Locale.ROOT))
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
