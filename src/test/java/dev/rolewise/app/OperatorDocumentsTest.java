package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorDocumentsTest {
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final Path folder;

    OperatorDocumentsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void where_their_record_cannot_be_read_answers_do_without_them_and_that_is_said() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Setup setup = setup(Map.of(
                "ROLEWISE_DATABASE_URL", "jdbc:postgresql://localhost:" + port + "/bots?user=u&password=s3cret"))) {
            assertThat(OperatorDocuments.toBeSearched(setup)).isFalse();
        }

        assertThat(notes.toString(StandardCharsets.UTF_8))
                .startsWith("Your own documents are left out")
                .contains("cannot be reached")
                .doesNotContain("s3cret");
    }

    @Test
    void an_index_is_looked_at_as_long_as_it_is_there_so_that_what_was_removed_leaves_it() throws Exception {
        try (Setup setup = setup(Map.of())) {
            assertThat(OperatorDocuments.toBeSearched(setup)).isFalse();
            assertThat(OperatorDocuments.mayBeThere(setup)).isFalse();
            setup.database();
            assertThat(OperatorDocuments.toBeSearched(setup)).isFalse();
            Files.createDirectories(OperatorDocuments.indexes(setup));
            assertThat(OperatorDocuments.toBeSearched(setup)).isTrue();
        }
    }

    private Setup setup(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("ROLEWISE_DATA_DIR", folder.resolve("data").toString());
        PrintStream to = new PrintStream(notes, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), to, to, OptionalInt::empty);
        return new Launch(terminal, environment, folder, Clock.systemUTC(), new FakeWiring()).setup(Optional.empty());
    }
}
