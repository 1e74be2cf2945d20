package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.learning.BinaryMeasures;
import dev.rolewise.learning.BinaryMeasures.Scored;
import dev.rolewise.learning.Bootstrap;
import dev.rolewise.learning.FeatureVector;
import dev.rolewise.learning.Folds;
import dev.rolewise.learning.Interval;
import dev.rolewise.learning.LogisticRegression;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures how well claims that their evidence carries are told from others: with the shipped weights and threshold, and by
 * ten-fold cross-validation of the same regression, as the shipped weights may have learned from the very file. Not
 * thread-safe.
 */
public final class GroundingScorecard {
    private static final String FORM = "{\"claim\": \"…\", \"evidence\": [\"…\"], \"label\": \"supported\"}";
    private static final String SUPPORTED = "supported";
    private static final int FOLDS = 10;
    private static final int PROGRESS_EVERY = 100;
    private static final double DECAY = 1e-3;
    private static final int PASSES = 300;

    private final Verifier verifier;
    private final LongSupplier nanos;
    private final Consumer<String> messages;

    /**
     * What was found.
     *
     * @param balancedAccuracy at the shipped threshold
     * @param auc of the shipped score
     * @param medianMs of one claim whose evidence has its vectors stored
     * @param p99Ms the same
     * @param crossValidated balanced accuracy of the regression learned anew without the fold; NaN where a label is missing
     * @param threshold shipped
     * @param n claims measured
     * @param broken lines that could not be used
     */
    public record Result(
            Interval balancedAccuracy,
            Interval auc,
            double medianMs,
            double p99Ms,
            Interval crossValidated,
            double threshold,
            int n,
            int broken) {
        private NamedFigures figures() {
            return new NamedFigures()
                    .add("balanced_accuracy", balancedAccuracy)
                    .add("auc", auc)
                    .add("median_ms", medianMs)
                    .add("p99_ms", p99Ms)
                    .add("balanced_accuracy_cross_validated", crossValidated)
                    .add("threshold", threshold)
                    .add("n", n);
        }

        /** For people. */
        public String table() {
            return figures().table();
        }

        /** For scripts, on one line. */
        public String json() {
            return figures().json();
        }
    }

    private record Row(String claim, List<String> evidence, boolean supported) {
        static Row of(JsonNode row) throws BrokenLineException {
            List<String> evidence = Labels.texts(row, "evidence");
            if (evidence.isEmpty()) {
                throw new BrokenLineException("has no evidence; add \"evidence\": [\"…\"]");
            }
            return new Row(
                    Labels.text(row, "claim"),
                    evidence,
                    Labels.text(row, "label").equals(SUPPORTED));
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Checked(Row row, double score, double[] figures) {
        Scored scored() {
            return new Scored(score, row.supported());
        }
    }

    /**
     * A scorecard.
     *
     * @param verifier whose embedder keeps the vectors of statements but not those of claims
     * @param nanos a clock such as {@link System#nanoTime}
     * @param messages takes progress and reports of broken lines, one line each
     */
    public GroundingScorecard(Verifier verifier, LongSupplier nanos, Consumer<String> messages) {
        this.verifier = verifier;
        this.nanos = nanos;
        this.messages = messages;
    }

    /**
     * Measures {@code in}.
     *
     * @throws UnusableFileException where a file cannot be used
     */
    public Result run(Path in, Optional<Path> out) throws IOException {
        LabelledRows<Row> rows = LabelledRows.of(in, FORM, Row::of, messages);
        ItemFile.check(out, in);
        Timings timings = new Timings(nanos);
        List<Checked> checked = new ArrayList<>();
        for (Row row : rows.rows()) {
            double[] figures = verifier.figures(row.claim(), row.evidence());
            double score = timings.take(() -> verifier.support(row.claim(), row.evidence()));
            checked.add(new Checked(row, score, figures));
            if (checked.size() % PROGRESS_EVERY == 0) {
                messages.accept(checked.size() + " claims checked");
            }
        }
        ItemFile.write(out, in, checked, GroundingScorecard::line);
        List<Scored> scored = checked.stream().map(Checked::scored).toList();
        double threshold = verifier.threshold();
        return new Result(
                Bootstrap.interval(scored, some -> BinaryMeasures.balancedAccuracy(some, threshold)),
                Bootstrap.interval(scored, BinaryMeasures::auc),
                timings.quantile(0.5),
                timings.quantile(0.99),
                Bootstrap.interval(heldOut(checked), some -> BinaryMeasures.balancedAccuracy(some, 0)),
                threshold,
                scored.size(),
                rows.broken());
    }

    /** Each claim by a regression on the other folds: its log odds above those of all of them. */
    private static List<Scored> heldOut(List<Checked> checked) {
        List<Scored> scored = new ArrayList<>();
        for (List<Integer> fold :
                Folds.of(checked.stream().map(c -> c.row().supported()).toList(), FOLDS)) {
            List<Checked> others = new ArrayList<>();
            for (int i = 0; i < checked.size(); i++) {
                if (!fold.contains(i)) {
                    others.add(checked.get(i));
                }
            }
            if (others.stream().map(c -> c.row().supported()).distinct().count() < 2) {
                continue;
            }
            double prior =
                    logOdds(others.stream().filter(c -> c.row().supported()).count() / (double) others.size());
            double[][] scale = scale(others);
            LogisticRegression<Boolean> regression = LogisticRegression.train(
                    others.stream()
                            .map(c -> new LogisticRegression.Example<>(
                                    vector(c, scale), c.row().supported()))
                            .toList(),
                    DECAY,
                    PASSES);
            for (int i : fold) {
                Checked claim = checked.get(i);
                double p = regression.probabilities(vector(claim, scale)).getOrDefault(true, 0.0);
                scored.add(new Scored(logOdds(p) - prior, claim.row().supported()));
            }
        }
        return scored;
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** Mean and deviation of each figure. */
    private static double[][] scale(List<Checked> checked) {
        int size = checked.isEmpty() ? 0 : checked.get(0).figures().length;
        double[][] scale = new double[2][size];
        for (int i = 0; i < size; i++) {
            int place = i;
            double mean = checked.stream()
                    .mapToDouble(c -> c.figures()[place])
                    .average()
                    .orElse(0);
            double variance = checked.stream()
                    .mapToDouble(c -> (c.figures()[place] - mean) * (c.figures()[place] - mean))
                    .average()
                    .orElse(0);
            scale[0][i] = mean;
            scale[1][i] = variance == 0 ? 1 : Math.sqrt(variance);
        }
        return scale;
    }

    private static FeatureVector vector(Checked claim, double[][] scale) {
        double[] scaled = claim.figures().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (scaled[i] - scale[0][i]) / scale[1][i];
        }
        return FeatureVector.of(scaled);
    }

    private static NamedFigures line(Checked item) {
        return new NamedFigures().add("claim", item.row().claim()).add("score", item.score());
    }
}
