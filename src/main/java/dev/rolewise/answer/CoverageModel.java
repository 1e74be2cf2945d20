package dev.rolewise.answer;

import dev.rolewise.learning.LogisticRegression;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the coverage check has learned from a pack's labelled questions.
 *
 * @param classifier tells covered, not covered and out of scope apart
 * @param threshold a question counts as covered from this probability on, 0 to 1
 */
public record CoverageModel(LogisticRegression<Verdict> classifier, double threshold) {
    /** What the sources do with a question. */
    public enum Verdict {
        /** They answer it. */
        COVERED,
        /** It is on topic, and they do not answer it. */
        NOT_COVERED,
        /** It is about something else. */
        OUT_OF_SCOPE
    }

    /** Writes it. */
    public void write(DataOutput out) throws IOException {
        out.writeDouble(threshold);
        classifier.write(out, Verdict::name);
    }

    /** Reads what {@link #write} wrote. */
    public static CoverageModel read(DataInput in) throws IOException {
        double threshold = in.readDouble();
        return new CoverageModel(LogisticRegression.read(in, Verdict::valueOf), threshold);
    }
}
