package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupAtTerminalTest {
    private final Path folder;
    private final Path data;

    BackupAtTerminalTest(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    private ProgramRun run(String... args) {
        return ProgramRun.of(folder, new FakeWiring(), "", OptionalInt.empty(), args);
    }

    @BeforeEach
    void fill() throws IOException {
        Database.open(data).close();
        Files.writeString(data.resolve("history"), "/help\n");
    }

    @Test
    void what_was_backed_up_while_the_bot_ran_is_restored_when_it_does_not() throws Exception {
        Database running = Database.open(data);
        DataFolder.Lock bot = DataFolder.open(data).lock("discord");
        ProgramRun backup = run("backup", "b.zip");
        running.close();
        bot.close();
        assertThat(backup.err).isEmpty();
        assertThat(backup.status).isZero();
        assertThat(backup.out).matches("b\\.zip: \\d+ parts, [\\d,]+ bytes unpacked, tables of version \\d+\\R");
        Files.writeString(data.resolve("history"), "/compare\n");

        ProgramRun restore = run("restore", "b.zip");

        assertThat(restore.err).isEmpty();
        assertThat(restore.status).isZero();
        Path aside = data.toAbsolutePath().resolve("before-restore-19700101-000001");
        assertThat(restore.out.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("Restored what was backed up at 1970-01-01T00:00:01Z: \\d+ parts\\."),
                        line -> assertThat(line)
                                .startsWith("What was there before is in " + aside + "; delete it once all is well"));
        assertThat(data.resolve("history")).hasContent("/help\n");
        assertThat(aside.resolve("history")).hasContent("/compare\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "chat"})
    void nothing_is_restored_while_the_bot_runs(String kind) throws Exception {
        run("backup", "b.zip");
        DataFolder.Lock bot = DataFolder.open(data).lock(kind);

        ProgramRun restore = run("restore", "b.zip");

        assertThat(restore.status).isEqualTo(1);
        assertThat(restore.err).singleElement().asString().startsWith("another Rolewise (" + kind + ") is using ");
        bot.close();
        assertThat(data.resolve("before-restore-19700101-000001")).doesNotExist();
        assertThat(run("restore", "b.zip").status).isZero();
    }

    @Test
    void what_cannot_be_done_is_one_line_and_status_1() throws IOException {
        Files.writeString(folder.resolve("list.zip"), "my shopping list");

        assertThat(run("restore", "list.zip").err).singleElement().asString().contains("is no usable backup");
        assertThat(run("restore", "nothing.zip").err).singleElement().asString().startsWith("There is no file ");
        assertThat(run("backup", "no/folder/b.zip").err)
                .singleElement()
                .asString()
                .contains("create it first");
        assertThat(run("backup", "data/b.zip").err).singleElement().asString().contains("lies in the data folder");
        assertThat(run("backup", "data").err).singleElement().asString().contains("is a folder");
        assertThat(run("restore", "list.zip").status).isEqualTo(1);
        assertThat(run("backup").status).isEqualTo(2);
        assertThat(run("restore").status).isEqualTo(2);
    }
}
