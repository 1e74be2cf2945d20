package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Scope;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's own documents on the command line, apart from reading them; it is one second after 1970 began. */
class KnowledgeAtTerminalTest {
    private static final Instant NOW = Instant.ofEpochSecond(1);
    private static final Scope HERE = Scope.INSTALLATION;

    private final FakeWiring wiring = new FakeWiring();
    private final Path folder;

    KnowledgeAtTerminalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"list, 0", "show x, 1", "remove x, 1", "undo x, 1"})
    void where_there_are_none_that_is_said_and_no_database_is_made(String command, int status) {
        ProgramRun run = run(("knowledge " + command).split(" "));

        assertThat(run.status).isEqualTo(status);
        assertThat(run.out + String.join("", run.err))
                .contains("no documents yet")
                .contains("knowledge add FILE");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void each_is_listed_in_a_line_and_what_is_removed_with_until_when_it_can_come_back() {
        there("aaaaaaaaaa", HERE, "House rules", State.LIVE, NOW);
        there("bbbbbbbbbb", HERE, "Old rules", State.REMOVED, NOW.minus(Duration.ofHours(1)));
        there("cccccccccc", HERE, "Older rules", State.REMOVED, NOW.minus(Duration.ofHours(25)));
        there("dddddddddd", new Scope(Optional.of("1")), "Of a server", State.LIVE, NOW);

        ProgramRun run = run("knowledge", "list");

        assertThat(run.status).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out.lines())
                .containsExactly(
                        "aaaaaaaaaa  1970-01-01  PDF          2 pages      3 passages  House rules",
                        "bbbbbbbbbb  1970-01-01  PDF          2 pages      3 passages  Old rules"
                                + " (removed; can be put back until 1970-01-01 23:00 UTC)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaa", "house rules", "House rules (aaaaaaaaaa)"})
    void what_was_read_is_shown_with_headings_and_pages(String which) {
        there("aaaaaaaaaa", HERE, "House rules", State.LIVE, NOW);

        ProgramRun run = run(("knowledge show " + which).split(" "));

        assertThat(run.status).isZero();
        assertThat(run.out.lines())
                .containsExactly(
                        "“House rules”: PDF, 2 pages, 3 passages, added 1970-01-01, id aaaaaaaaaa",
                        "",
                        "# Rules · At the door page 1",
                        "Knock twice.",
                        "Wait.",
                        "",
                        "# Rules page 2",
                        "Be kind.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            show,   hous rules, did you mean “House rules”
            show,   rules,      did you mean “House rules”
            show,   aaaaaaaaab, did you mean “House rules”
            remove, xyz,        "knowledge list"
            undo,   xyz,        no document was removed
            undo,   House rules, is not removed
            """, quoteCharacter = '~')
    void a_wrong_name_leads_to_the_right_one(String command, String which, String said) {
        there("aaaaaaaaaa", HERE, "House rules", State.LIVE, NOW);
        there("dddddddddd", new Scope(Optional.of("1")), "xyz", State.LIVE, NOW);

        ProgramRun run = run("knowledge", command, which);

        assertThat(run.status).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err).singleElement().asString().contains(said.replace("\"knowledge", "\"rolewise knowledge"));
    }

    @Test
    void a_terminal_obeys_nothing_in_a_path_a_name_or_a_text() {
        there("aaaaaaaaaa", HERE, "House \u001b[31m rules", State.LIVE, NOW);

        assertThat(run("knowledge", "add", "no\u001b[31mfile.md").err)
                .singleElement()
                .asString()
                .startsWith("no?[31mfile.md: ");
        for (String command : List.of("list", "show aaaaaaaaaa", "remove aaaaaaaaaa", "undo aaaaaaaaaa")) {
            ProgramRun run = run(("knowledge " + command).split(" "));
            assertThat(run.out).contains("House ?[31m rules").doesNotContain("\u001b");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void what_has_no_end_is_not_read() {
        ProgramRun run = run("knowledge", "add", "/dev/zero");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).singleElement().asString().contains("no file that can be read to its end");
    }

    @Test
    void what_is_removed_is_put_back_within_a_day_and_no_language_model_is_loaded_for_it() {
        there("aaaaaaaaaa", HERE, "House rules", State.LIVE, NOW);

        ProgramRun removed = run("knowledge", "remove", "House", "rules");
        assertThat(removed.status).isZero();
        assertThat(removed.out.lines())
                .containsExactly(
                        "“House rules” is out: no answer rests on it any more.",
                        "\"rolewise knowledge undo aaaaaaaaaa\" puts it back until 1970-01-02 00:00 UTC.");
        assertThat(state("aaaaaaaaaa")).isEqualTo(State.REMOVED);
        assertThat(run("knowledge", "remove", "House", "rules").err)
                .singleElement()
                .asString()
                .contains("is removed")
                .contains("undo aaaaaaaaaa");

        ProgramRun back = run("knowledge", "undo", "aaaaaaaaaa");
        assertThat(back.status).isZero();
        assertThat(back.out).startsWith("“House rules” is back");
        assertThat(state("aaaaaaaaaa")).isEqualTo(State.LIVE);
        assertThat(wiring.events).isEmpty();
    }

    @Test
    void of_two_versions_one_counts_and_the_way_to_the_other_is_said() {
        there("aaaaaaaaaa", HERE, "House rules", State.REMOVED, NOW.minusSeconds(9));
        there("bbbbbbbbbb", HERE, "House rules", State.LIVE, NOW.minusSeconds(9));

        ProgramRun back = run("knowledge", "undo", "House rules");

        assertThat(back.out).contains("is back").contains("undo bbbbbbbbbb\" puts that one back");
        assertThat(state("aaaaaaaaaa")).isEqualTo(State.LIVE);
        assertThat(state("bbbbbbbbbb")).isEqualTo(State.REMOVED);
    }

    @Test
    void a_file_that_is_none_is_said_why_and_nothing_is_indexed() throws IOException {
        Files.createDirectory(folder.resolve("guides"));

        ProgramRun run = run("knowledge", "add", "gone.pdf", "guides", "*.pdf");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("gone.pdf: there is no such file; check its path"),
                        line -> assertThat(line).startsWith("guides: that is a folder; name the files in it"),
                        line -> assertThat(line).startsWith("*.pdf: no file fits this pattern"),
                        line -> assertThat(line).isEqualTo("3 of 3 files could not be taken in"));
        assertThat(wiring.events).isEmpty();
    }

    @Test
    void one_title_does_not_fit_two_files() {
        ProgramRun run = run("knowledge", "add", "--title", "Rules", "one.md", "two.md");

        assertThat(run.status).isEqualTo(2);
        assertThat(run.err).singleElement().asString().contains("--title is for a single file");
    }

    private ProgramRun run(String... args) {
        return ProgramRun.of(folder, wiring, "", OptionalInt.empty(), args);
    }

    private void there(String id, Scope scope, String title, State state, Instant since) {
        ServerDocument document = new ServerDocument(
                id, scope, title, "PDF", 2, 3, "hash " + id, "local", NOW, state, since, Optional.empty());
        try (Database database = Database.open(folder.resolve("data"))) {
            new DatabaseDocuments(database)
                    .add(new ServerDocument.Text(
                            document,
                            List.of(
                                    new ReadText.Section(1, List.of("Rules", "At the door"), "Knock twice.\nWait."),
                                    new ReadText.Section(2, List.of("Rules"), "Be kind."))));
        }
    }

    private State state(String id) {
        try (Database database = Database.open(folder.resolve("data"))) {
            return new DatabaseDocuments(database)
                    .text(id)
                    .orElseThrow()
                    .document()
                    .state();
        }
    }
}
