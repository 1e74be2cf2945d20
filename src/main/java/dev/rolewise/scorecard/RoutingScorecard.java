package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.cascade.GainModel;
import dev.rolewise.cascade.Outcome;
import dev.rolewise.learning.Folds;
import dev.rolewise.learning.Interval;
import dev.rolewise.learning.RoutingMeasures;
import dev.rolewise.learning.RoutingMeasures.Intervals;
import dev.rolewise.learning.RoutingMeasures.Scored;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how well the learner of gains tells from recorded outcomes which prompts deserve the strong model, beside
 * chance, the length of the prompt, and an oracle that knows the gain. Not thread-safe.
 */
public final class RoutingScorecard {
    private static final String FORM = "{\"prompt\": \"…\", \"weak_score\": 0, \"strong_score\": 1}";
    private static final int FOLDS = 10;
    private static final int RANDOM_ORDERS = 200;

    private final Embedder embedder;
    private final Consumer<String> messages;

    /**
     * What was found.
     *
     * @param router of the learner
     * @param baselines by name: {@code random}, whose interval is that over 200 random orders, {@code prompt_length}, {@code
     *     oracle}
     * @param trained on what, in words
     * @param n prompts measured
     * @param broken lines that could not be used
     */
    public record Result(Intervals router, Map<String, Intervals> baselines, String trained, int n, int broken) {
        private NamedFigures figures() {
            NamedFigures others = new NamedFigures();
            baselines.forEach((name, measures) -> others.add(name, add(new NamedFigures(), measures)));
            return add(new NamedFigures(), router)
                    .add("baselines", others)
                    .add("trained_on", trained)
                    .add("n", n);
        }

        private static NamedFigures add(NamedFigures figures, Intervals measures) {
            return figures.add("apgr", measures.apgr())
                    .add("cpt50", measures.cpt50())
                    .add("cpt80", measures.cpt80());
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

    private record Row(String prompt, double weak, double strong, Optional<String> weakAnswer) {
        static Row of(JsonNode row) throws BrokenLineException {
            return new Row(
                    Labels.text(row, "prompt"),
                    Labels.number(row, "weak_score"),
                    Labels.number(row, "strong_score"),
                    row.hasNonNull("weak_answer") ? Optional.of(Labels.text(row, "weak_answer")) : Optional.empty());
        }

        double gain() {
            return strong - weak;
        }
    }

    private record Routed(Row row, double score) {}

    /** A scorecard; {@code messages} takes progress and reports of broken lines, one line each. */
    public RoutingScorecard(Embedder embedder, Consumer<String> messages) {
        this.embedder = embedder;
        this.messages = messages;
    }

    /**
     * Learns from the outcomes of {@code train} and measures {@code in}.
     *
     * @throws UnusableFileException where a file cannot be used
     */
    public Result run(Path train, Path in, Optional<Path> out) throws IOException {
        LabelledRows<Row> known = rows(train);
        LabelledRows<Row> asked = rows(in);
        ItemFile.check(out, in);
        Map<String, Embedding> vectors = vectors(Stream.concat(known.rows().stream(), asked.rows().stream()));
        GainModel model = GainModel.train(outcomes(known.rows(), vectors));
        String trained =
                String.format(Locale.ROOT, "%d outcomes of %s", known.rows().size(), train.getFileName());
        return result(scored(model, asked.rows(), vectors), trained, known.broken() + asked.broken(), in, out);
    }

    /**
     * Measures by ten-fold cross-validation over {@code in}: prompts that are the same stay in one fold.
     *
     * @throws UnusableFileException where a file cannot be used
     */
    public Result crossValidate(Path in, Optional<Path> out) throws IOException {
        LabelledRows<Row> asked = rows(in);
        ItemFile.check(out, in);
        List<Row> rows = asked.rows();
        Map<String, Embedding> vectors = vectors(rows.stream());
        Routed[] routed = new Routed[rows.size()];
        for (List<Integer> fold : Folds.of(rows.stream().map(Row::gain).toList(), FOLDS)) {
            Set<String> held = new HashSet<>();
            fold.forEach(i -> held.add(rows.get(i).prompt()));
            GainModel model = GainModel.train(outcomes(
                    rows.stream().filter(r -> !held.contains(r.prompt())).toList(), vectors));
            List<Routed> scored = scored(model, fold.stream().map(rows::get).toList(), vectors);
            for (int i = 0; i < fold.size(); i++) {
                routed[fold.get(i)] = scored.get(i);
            }
        }
        String trained = String.format(Locale.ROOT, "the file itself, cross-validated (%d folds)", FOLDS);
        return result(List.of(routed), trained, asked.broken(), in, out);
    }

    private LabelledRows<Row> rows(Path file) throws IOException {
        LabelledRows<Row> rows = LabelledRows.of(file, FORM, Row::of, messages);
        if (rows.rows().size() < 2 * GainModel.MIN_OUTCOMES) {
            throw new UnusableFileException(String.format(
                    Locale.ROOT,
                    "%s holds %d outcomes; at least %d are needed",
                    file,
                    rows.rows().size(),
                    2 * GainModel.MIN_OUTCOMES));
        }
        return rows;
    }

    private Map<String, Embedding> vectors(Stream<Row> rows) {
        return Vectors.of(rows.map(Row::prompt).toList(), embedder::questions, messages);
    }

    private static List<Outcome> outcomes(List<Row> rows, Map<String, Embedding> vectors) {
        return rows.stream()
                .map(r -> new Outcome(r.prompt(), vector(r, vectors), r.weakAnswer(), r.gain()))
                .toList();
    }

    private static List<Routed> scored(GainModel model, List<Row> rows, Map<String, Embedding> vectors) {
        return rows.stream()
                .map(r -> new Routed(r, model.score(r.prompt(), vector(r, vectors), r.weakAnswer())))
                .toList();
    }

    private static Embedding vector(Row row, Map<String, Embedding> vectors) {
        return Objects.requireNonNull(vectors.get(row.prompt()), "every prompt has its vector");
    }

    private static Result result(List<Routed> routed, String trained, int broken, Path in, Optional<Path> out)
            throws IOException {
        ItemFile.write(out, in, routed, RoutingScorecard::line);
        Map<String, Intervals> baselines = new LinkedHashMap<>();
        baselines.put("random", random(routed));
        baselines.put("prompt_length", by(routed, r -> r.row().prompt().length()));
        baselines.put("oracle", by(routed, r -> r.row().gain()));
        return new Result(by(routed, Routed::score), baselines, trained, routed.size(), broken);
    }

    private static Intervals by(List<Routed> routed, ToDoubleFunction<Routed> score) {
        return RoutingMeasures.intervals(scored(routed, score));
    }

    private static List<Scored> scored(List<Routed> routed, ToDoubleFunction<Routed> score) {
        return routed.stream()
                .map(r -> new Scored(
                        score.applyAsDouble(r), r.row().weak(), r.row().strong()))
                .toList();
    }

    private static Intervals random(List<Routed> routed) {
        Random random = new Random(1);
        List<RoutingMeasures> orders = IntStream.range(0, RANDOM_ORDERS)
                .mapToObj(i -> RoutingMeasures.of(scored(routed, r -> random.nextDouble())))
                .toList();
        return new Intervals(
                over(orders, RoutingMeasures::apgr),
                over(orders, RoutingMeasures::cpt50),
                over(orders, RoutingMeasures::cpt80));
    }

    private static Interval over(List<RoutingMeasures> orders, ToDoubleFunction<RoutingMeasures> figure) {
        double[] sorted = orders.stream().mapToDouble(figure).sorted().toArray();
        return new Interval(
                Arrays.stream(sorted).average().orElse(Double.NaN),
                sorted[sorted.length * 25 / 1000],
                sorted[sorted.length * 975 / 1000]);
    }

    private static NamedFigures line(Routed item) {
        return new NamedFigures().add("prompt", item.row().prompt()).add("score", item.score());
    }
}
