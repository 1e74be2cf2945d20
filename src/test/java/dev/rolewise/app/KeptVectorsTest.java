package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Embedding;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVectorsTest {
    private static final Embedding ONE = Embedding.of(new float[BgeEmbedder.DIMENSIONS]);

    private final Path file;
    private final KeptVectors kept;

    KeptVectorsTest(@TempDir Path folder) {
        this.file = folder.resolve("data/vectors.bin");
        this.kept = new KeptVectors(file);
    }

    @Test
    void what_was_made_is_there_beside_what_was_known_and_no_other_file() throws IOException {
        kept.write(StoredVectors.NONE, Map.of("a", ONE));
        kept.write(kept.read(), Map.of("b", ONE));

        assertThat(kept.read().get("a")).isPresent();
        assertThat(kept.read().get("b")).isPresent();
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void nothing_is_written_where_nothing_was_made() {
        kept.write(StoredVectors.NONE, Map.of());

        assertThat(file).doesNotExist();
    }

    @Test
    void a_missing_or_damaged_file_holds_nothing() throws IOException {
        assertThat(kept.read().size()).isZero();

        Files.createDirectories(file.getParent());
        Files.writeString(file, "not vectors");

        assertThat(kept.read().size()).isZero();
    }
}
