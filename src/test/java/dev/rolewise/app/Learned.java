package dev.rolewise.app;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.answer.CoverageModel;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.RouteSurvey;
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

    /** What tells simple questions from complex ones, where it was prepared. */
    public static Optional<ComplexityClassifier> complexity() {
        return PREPARED.map(Prepared::complexity);
    }

    /** How the pack's questions look to routing, where that was prepared. */
    public static Optional<RouteSurvey> survey() {
        return PREPARED.map(Prepared::survey);
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
