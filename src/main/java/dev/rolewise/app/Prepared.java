package dev.rolewise.app;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.answer.CoverageModel;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.RouteSurvey;
import dev.rolewise.retrieval.StoredVectors;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What was computed from a pack before the program starts: the vectors of its texts, and what the classifiers learned from
 * its examples. Made at build time for the packed pack, and in the data folder for any other.
 *
 * @param packHash of the pack that the classifiers learned from; they are of no use for another
 * @param intents what tells intents apart
 * @param coverage what the coverage check learned
 * @param complexity what tells simple questions from complex ones
 * @param survey how the pack's own questions look to routing
 */
record Prepared(
        String packHash,
        IntentClassifier intents,
        CoverageModel coverage,
        ComplexityClassifier complexity,
        RouteSurvey survey) {
    static final String VECTORS = "vectors.bin";
    static final String MODELS = "models.bin";

    /** Where the build puts what it prepared for the packed pack. */
    static final String RESOURCES = "/prepared/";

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeUTF(packHash);
        intents.write(data);
        coverage.write(data);
        complexity.write(data);
        survey.write(data);
        data.flush();
    }

    static Prepared read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        String packHash = data.readUTF();
        IntentClassifier intents = IntentClassifier.read(data);
        CoverageModel coverage = CoverageModel.read(data);
        ComplexityClassifier complexity = ComplexityClassifier.read(data);
        return new Prepared(packHash, intents, coverage, complexity, RouteSurvey.read(data));
    }

    /** What the build prepared, if it did. */
    static Optional<Prepared> packed() throws IOException {
        try (InputStream in = Prepared.class.getResourceAsStream(RESOURCES + MODELS)) {
            return in == null ? Optional.empty() : Optional.of(read(new java.io.BufferedInputStream(in)));
        }
    }

    /** The vectors that the build prepared, or none. */
    static StoredVectors packedVectors() throws IOException {
        try (InputStream in = Prepared.class.getResourceAsStream(RESOURCES + VECTORS)) {
            return in == null ? StoredVectors.NONE : StoredVectors.read(new java.io.BufferedInputStream(in));
        }
    }
}
