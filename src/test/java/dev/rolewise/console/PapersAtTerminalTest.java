package dev.rolewise.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.CommandRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of several things, with files and forms of several fields. */
class PapersAtTerminalTest {
    private final Path folder;

    PapersAtTerminalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_subcommand_is_the_first_word() {
        assertThat(chat("/papers show the plan")).isEqualTo("show the plan\n\n");
        assertThat(chat("/papers Show the plan")).isEqualTo("show the plan\n\n");
        assertThat(chat("/papers show")).isEqualTo("/papers show needs its name: Which one.\n\n");
    }

    @Test
    void without_one_they_are_all_shown() {
        assertThat(chat("/papers shw x")).isEqualTo("""
                /papers needs one word more:
                /papers add – Adds a paper
                /papers show – Shows a paper

                """);
    }

    @Test
    void a_file_is_given_by_its_path() throws IOException {
        Path paper = Files.writeString(folder.resolve("my paper.txt"), "Be kind.");
        Path book = Files.writeString(folder.resolve("book.txt"), "Be kind, always.");

        assertThat(chat("/papers add " + paper)).isEqualTo("Be kind.\n\n");
        assertThat(chat("/papers add " + book)).isEqualTo("The file is too long: 8 bytes are the most I take.\n\n");
        assertThat(chat("/papers add nowhere.txt"))
                .isEqualTo("There is no file “nowhere.txt” that I can read. Give its path.\n\n");
    }

    @Test
    void a_form_is_asked_field_by_field_and_an_empty_line_keeps_what_stands_there() {
        assertThat(chat("/papers add\nRules\n\n")).endsWith("Rules: as it was\n\n");
        assertThat(chat("/papers add\nRules\nBe kind.\n")).endsWith("Rules: Be kind.\n\n");
        assertThat(chat("/papers add\n\n/papers show it\n")).endsWith("show it\n\n");
        assertThat(chat("/papers add\nRules of this house\nRules\n\n"))
                .contains("please keep it to 10 characters")
                .endsWith("Rules: as it was\n\n");
    }

    private String chat(String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Chat(
                        new ChatSettings("papers", folder.resolve("history"), true),
                        CompletableFuture.completedFuture(new CommandRegistry(List.of(new Papers()))),
                        () -> "K7")
                .runPiped(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
