package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents taken in by the command line, read in a process of their own; in the end with the whole program. */
class KnowledgeAtTerminalIT {
    private static final String STUDY = "# Study group\n\nThe study group meets every %s at 7 pm UTC. <!-- psst -->\n";
    private static final String WHEN = "When does the study group meet?";

    private final Path folder;

    KnowledgeAtTerminalIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void each_file_is_taken_in_or_said_why_not_and_the_rest_goes_on() throws IOException {
        FakeWiring wiring = new FakeWiring();
        write("study.md", study("Tuesday"));
        Files.write(folder.resolve("broken.pdf"), "%PDF-1.7 cut off".getBytes(StandardCharsets.US_ASCII));
        write("rules.txt", "Be kind to newcomers.\n\u001b[31mKnock twice.");

        ProgramRun run = run(folder, wiring, Map.of(), "knowledge", "add", "study.md", "broken.pdf", "rules.txt");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.out)
                .contains("“Study group” counts from now on.")
                .contains("read      Markdown, 1 passage")
                .contains("left out  characters that nobody would see: 4 in comments")
                .contains("begins    The study group meets every Tuesday")
                .contains("“rules” counts from now on.")
                .doesNotContain("\u001b");
        assertThat(run.err)
                .contains("study.md: reading…", "1 of 3 files could not be taken in")
                .anyMatch(line -> line.startsWith("broken.pdf: That file could not be read: "));
        assertThat(wiring.events).containsExactly("index");

        ProgramRun again = run(folder, wiring, Map.of(), "knowledge", "add", "--title", "Other", "study.md");
        assertThat(again.status).isZero();
        assertThat(again.out).contains("that very document already, as “Study group”");
        assertThat(wiring.events).containsExactly("index");

        write("study.md", study("Friday"));
        ProgramRun newer = run(folder, wiring, Map.of(), "knowledge", "add", "study.md");
        assertThat(newer.out).contains("replaces  the version of 1970-01-01; \"rolewise knowledge undo ");
        assertThat(run(folder, wiring, Map.of(), "knowledge", "undo", undo(newer.out)).status)
                .isZero();
        assertThat(run(folder, wiring, Map.of(), "knowledge", "show", "Study", "group").out)
                .contains("Tuesday")
                .doesNotContain("Friday");
    }

    @Test
    void a_document_is_asked_kept_in_a_backup_found_after_a_restore_to_the_other_database_and_removed()
            throws Exception {
        Composition program = new Composition(false);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Map<String, String> server =
                Map.of("ROLEWISE_DATABASE_URL", PostgresServer.shared().emptySchema());
        write("study.md", study("Tuesday"));

        ProgramRun added = run(folder, program, Map.of(), "knowledge", "add", "study.md");
        assertThat(added.status).as(String.join("\n", added.err)).isZero();
        assertThat(added.err).contains("indexing 1 document, once…");
        assertThat(run(folder, program, Map.of(), "backup", "b.zip").status).isZero();
        assertThat(run(elsewhere, program, server, "restore", "../b.zip").status)
                .isZero();

        ProgramRun found = run(elsewhere, program, server, "knowledge", "test", WHEN);
        assertThat(found.out.lines())
                .contains("documents")
                .anyMatch(line -> line.matches("  [01]\\.\\d{3}  Study group.*: The study group meets every Tuesday.*"))
                .anyMatch(line -> line.matches("[^0-9]+: The study group meets every Tuesday at 7 pm UTC \\[1]\\."));
        assertThat(found.err).contains("indexing 1 document, once…");

        assertThat(run(elsewhere, program, server, "knowledge", "remove", "Study", "group").status)
                .isZero();
        ProgramRun gone = run(elsewhere, program, server, "ask", WHEN);
        assertThat(gone.status).isZero();
        assertThat(gone.out).doesNotContain("Tuesday");
        assertThat(bytes(elsewhere)).doesNotContain("Tuesday");
    }

    private static ProgramRun run(Path folder, Wiring wiring, Map<String, String> environment, String... args) {
        return ProgramRun.of(folder, wiring, "", OptionalInt.empty(), environment, args);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String study(String day) {
        return STUDY.replace("%s", day);
    }

    private static String undo(String out) {
        Matcher id = Pattern.compile("undo (\\S+)\"").matcher(out);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static String bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }
}
