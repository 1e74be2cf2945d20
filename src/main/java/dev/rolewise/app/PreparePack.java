package dev.rolewise.app;

import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.retrieval.StoredVectors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Computes at build time what a start of the program need not: the vectors of the packed pack's texts and what its
 * classifiers learn. Vectors that are there from an earlier build are used again.
 */
public final class PreparePack {
    private PreparePack() {}

    /** {@code args}: the folder of the pack, the folder of the result. */
    public static void main(String[] args) throws IOException, PackFaultsException {
        Path pack = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Files.createDirectories(target);
        Path vectors = target.resolve(Prepared.VECTORS);
        StoredVectors known = StoredVectors.NONE;
        if (Files.exists(vectors)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(vectors))) {
                known = StoredVectors.read(in);
            }
        }
        CacheSettings noCache = new CacheSettings(0, Duration.ofDays(1));
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (Brain brain = Brain.of(
                pack,
                known,
                Optional.empty(),
                noCache,
                new ReuseGuard(ReuseCalibration.SHIPPED),
                still,
                SharedLevel.NONE,
                Models.none(),
                0,
                Optional.empty(),
                Duration.ofSeconds(1),
                Optional.empty(),
                Brain.NO_SERVERS)) {
            write(vectors, known.and(brain.embedder().made())::write);
            write(target.resolve(Prepared.MODELS), brain.prepared()::write);
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void write(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }
}
