package dev.rolewise.app;

import dev.rolewise.question.Embedding;
import dev.rolewise.retrieval.StoredVectors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of vectors in the data folder, so that none is computed twice. What goes wrong with it costs time only: it is logged
 * and the vectors are made again.
 *
 * @param file may be missing
 */
record KeptVectors(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptVectors.class);

    /** What is kept; nothing where the file is missing or damaged. */
    StoredVectors read() {
        if (!Files.isRegularFile(file)) {
            return StoredVectors.NONE;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return StoredVectors.read(in);
        } catch (IOException e) {
            LOG.warn("vectors in {} are damaged and made again", file);
            return StoredVectors.NONE;
        }
    }

    /** Keeps these and no others; the file is replaced as a whole. */
    void write(StoredVectors known, Map<String, Embedding> made) {
        if (made.isEmpty()) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "vectors", ".tmp");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                known.and(made).write(out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("vectors cannot be kept in {}: the next start makes them again", file);
        }
    }
}
