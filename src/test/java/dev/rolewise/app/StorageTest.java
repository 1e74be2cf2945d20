package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    private static final String VARIABLE = "ROLEWISE_DATABASE_URL";

    private final Path folder;

    StorageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ProgramRun run(Map<String, String> environment, String... args) {
        return ProgramRun.of(folder, new Composition(false), "", OptionalInt.empty(), environment, args);
    }

    @Test
    void the_settings_are_shown_without_the_address_that_holds_a_password() throws IOException {
        Path secret = Files.writeString(folder.resolve("url"), "jdbc:postgresql://h/bots?user=u&password=s3cret\n");

        assertThat(run(Map.of(VARIABLE + "_FILE", secret.toString()), "config", "check").out)
                .contains("database.url = *** (file named by " + VARIABLE + "_FILE)")
                .doesNotContain("s3cret");
        assertThat(run(Map.of(), "config", "check").out).contains("database.url = SQLite in data-dir (default)");
    }

    @Test
    void an_address_that_is_none_is_refused_without_repeating_it() {
        ProgramRun foreign = run(Map.of(VARIABLE, "postgres://u:s3cret@h/bots"), "config", "check");
        ProgramRun userinfo = run(Map.of(VARIABLE, "jdbc:postgresql://u:s3cret@h/bots"), "chat");

        assertThat(foreign.status).isEqualTo(1);
        assertThat(foreign.err)
                .singleElement()
                .asString()
                .contains("database.url: its value will not do; it has to be the address of a PostgreSQL database, for"
                        + " example jdbc:postgresql://localhost:5432/rolewise?user=rolewise")
                .doesNotContain("s3cret");
        assertThat(userinfo.status).isEqualTo(1);
        assertThat(userinfo.err)
                .singleElement()
                .asString()
                .contains("the user and the password stand behind a question mark")
                .doesNotContain("s3cret");
    }

    @Test
    void a_server_that_cannot_be_reached_is_one_line_and_status_1() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String url = "jdbc:postgresql://localhost:" + port + "/bots?user=u&password=s3cret";

        for (String command : new String[] {"chat", "cost"}) {
            ProgramRun run = run(Map.of(VARIABLE, url), command);

            assertThat(run.status).as(command).isEqualTo(1);
            assertThat(run.out).isEmpty();
            assertThat(run.err)
                    .singleElement()
                    .asString()
                    .contains("PostgreSQL at localhost:" + port + "/bots cannot be reached")
                    .doesNotContain("s3cret");
        }
        ProgramRun backup = run(Map.of(VARIABLE, url), "backup", "b.zip");
        assertThat(backup.status).isEqualTo(1);
        assertThat(backup.err).singleElement().asString().contains("cannot be reached");
    }
}
