package dev.rolewise.app;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.answer.CoverageModel;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the build has computed from the shipped pack, for tests of other packages; without it they take a minute more. */
public final class Learned {
    private static final Optional<Prepared> PREPARED = prepared();

    private Learned() {}

    /** Known vectors, or none. */
    public static StoredVectors vectors() {
        try {
            return Prepared.packedVectors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Optional<IntentClassifier> intents() {
        return PREPARED.map(Prepared::intents);
    }

    public static Optional<CoverageModel> coverage() {
        return PREPARED.map(Prepared::coverage);
    }

    private static Optional<Prepared> prepared() {
        try {
            String hash = PackHash.of(Path.of("config/knowledge/ai-careers"));
            return Prepared.packed().filter(made -> made.packHash().equals(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
