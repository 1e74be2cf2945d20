package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.IntentClassifier.Example;
import dev.rolewise.analysis.IntentClassifier.Guess;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.learning.Bootstrap;
import dev.rolewise.learning.Folds;
import dev.rolewise.learning.Interval;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures how well intents are told apart, by the classifier that the product uses, learning from a file or from the pack.
 * Not thread-safe.
 */
public final class IntentScorecard {
    private static final String FORM = "{\"text\": \"…\", \"intent\": \"…\"}";
    private static final int FOLDS = 10;
    private static final int TIMED = 500;
    private static final int WARM_UP = 20;

    private final Embedder embedder;
    private final Supplier<Embedder> unstored;
    private final LongSupplier nanos;
    private final Consumer<String> messages;

    /**
     * What was found.
     *
     * @param accuracyInScope share of the texts in scope whose likeliest intent is right
     * @param threshold confidence below which a text counts as out of scope, chosen without the texts measured
     * @param accuracyAtThreshold share of the texts in scope that are right and above it
     * @param oosRecallAtThreshold share of the texts out of scope below it; NaN where there are none
     * @param accuracyOfPack accuracy in scope of what learned from the pack's examples alone, without those held out; NaN
     *     where the pack was not asked
     * @param medianMs of one text, its embedding included
     * @param p99Ms the same
     * @param trained on what, in words
     * @param n texts measured
     * @param broken lines that could not be used
     */
    public record Result(
            Interval accuracyInScope,
            double threshold,
            Interval accuracyAtThreshold,
            Interval oosRecallAtThreshold,
            Interval accuracyOfPack,
            double medianMs,
            double p99Ms,
            String trained,
            int n,
            int broken) {
        private NamedFigures figures() {
            NamedFigures figures = new NamedFigures()
                    .add("accuracy_in_scope", accuracyInScope)
                    .add("threshold", threshold)
                    .add("accuracy_at_threshold", accuracyAtThreshold)
                    .add("oos_recall_at_threshold", oosRecallAtThreshold)
                    .add("median_ms", medianMs)
                    .add("p99_ms", p99Ms);
            if (!Double.isNaN(accuracyOfPack.figure())) {
                figures.add("accuracy_of_pack_alone", accuracyOfPack);
            }
            return figures.add("trained_on", trained).add("n", n);
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

    private record Row(String text, String intent) {
        static Row of(JsonNode row) throws BrokenLineException {
            return new Row(Labels.text(row, "text"), Labels.text(row, "intent"));
        }
    }

    private record Guessed(Row row, Guess guess) {
        boolean inScope() {
            return !row.intent().equals(IntentClassifier.OUT_OF_SCOPE);
        }

        boolean right() {
            return guess.id().equals(row.intent());
        }
    }

    /**
     * A scorecard.
     *
     * @param embedder may know vectors
     * @param unstored gives one that knows none, to measure its time
     * @param nanos a clock such as {@link System#nanoTime}
     * @param messages takes progress and reports of broken lines, one line each
     */
    public IntentScorecard(
            Embedder embedder, Supplier<Embedder> unstored, LongSupplier nanos, Consumer<String> messages) {
        this.embedder = embedder;
        this.unstored = unstored;
        this.nanos = nanos;
        this.messages = messages;
    }

    /**
     * Learns from {@code train} and measures {@code in}. Vectors are those of plain texts: nothing is searched for with them.
     *
     * @throws UnusableFileException where a file cannot be used
     */
    public Result run(Path train, Path in, Optional<Path> out) throws IOException {
        LabelledRows<Row> known = LabelledRows.of(train, FORM, Row::of, messages);
        LabelledRows<Row> asked = LabelledRows.of(in, FORM, Row::of, messages);
        ItemFile.check(out, in);
        if (known.rows().stream().allMatch(r -> r.intent().equals(IntentClassifier.OUT_OF_SCOPE))) {
            throw new UnusableFileException(train + " holds only texts that are out of scope; add some of each intent");
        }
        Map<String, Embedding> vectors = Vectors.of(
                Stream.concat(known.rows().stream(), asked.rows().stream())
                        .map(Row::text)
                        .toList(),
                embedder::statements,
                messages);
        List<Example> examples = examples(known.rows(), vectors);
        double threshold = IntentClassifier.threshold(examples);
        IntentClassifier classifier = IntentClassifier.train(examples);
        List<Guessed> guessed = asked.rows().stream()
                .map(r -> new Guessed(r, classifier.classify(r.text(), vector(r, vectors))))
                .toList();
        ItemFile.write(out, in, guessed, IntentScorecard::line);
        Embedder fresh = unstored.get();
        Timings timings = time(asked.rows(), text -> classifier.classify(text, plain(fresh, text)));
        String trained = String.format(Locale.ROOT, "%d examples of %s", examples.size(), train.getFileName());
        return result(guessed, threshold, List.of(), timings, trained, known.broken() + asked.broken());
    }

    /**
     * Measures by ten-fold cross-validation how the pack's own intents are told apart: each text of {@code in} is asked of a
     * classifier that learned from the examples of the pack and of the other folds, without the texts of its own.
     *
     * @throws UnusableFileException where a file cannot be used
     */
    public Result crossValidate(Pack pack, Path in, Optional<Path> out) throws IOException {
        LabelledRows<Row> asked = LabelledRows.of(in, FORM, Row::of, messages);
        ItemFile.check(out, in);
        List<Row> rows = asked.rows();
        Map<String, Embedding> vectors =
                Vectors.of(rows.stream().map(Row::text).toList(), embedder::questions, messages);
        List<Example> own = IntentClassifier.examples(pack, embedder);
        List<Example> all = joined(own, examples(rows, vectors));
        List<Guessed> guessed = heldOut(rows, vectors, all);
        ItemFile.write(out, in, guessed, IntentScorecard::line);
        IntentClassifier classifier = IntentClassifier.train(all);
        Embedder fresh = unstored.get();
        Timings timings = time(rows, text -> classifier.classify(text, fresh.question(text)));
        String trained = String.format(
                Locale.ROOT,
                "the %d examples of the pack %s and those of the file, cross-validated (%d folds)",
                own.size(),
                pack.id(),
                FOLDS);
        return result(
                guessed,
                IntentClassifier.threshold(all),
                heldOut(rows, vectors, own),
                timings,
                trained,
                asked.broken());
    }

    /** A text that stands in both counts once, with the label of the file. */
    private static List<Example> joined(List<Example> own, List<Example> file) {
        Set<String> texts = new HashSet<>();
        file.forEach(e -> texts.add(key(e.text())));
        return Stream.concat(own.stream().filter(e -> !texts.contains(key(e.text()))), file.stream())
                .toList();
    }

    private static List<Guessed> heldOut(List<Row> rows, Map<String, Embedding> vectors, List<Example> examples) {
        Guessed[] guessed = new Guessed[rows.size()];
        for (List<Integer> fold : Folds.of(rows.stream().map(Row::intent).toList(), FOLDS)) {
            Set<String> held = new HashSet<>();
            fold.forEach(i -> held.add(key(rows.get(i).text())));
            List<Example> others =
                    examples.stream().filter(e -> !held.contains(key(e.text()))).toList();
            if (!fold.isEmpty() && !others.isEmpty()) {
                IntentClassifier classifier = IntentClassifier.train(others);
                for (int i : fold) {
                    Row row = rows.get(i);
                    guessed[i] = new Guessed(row, classifier.classify(row.text(), vector(row, vectors)));
                }
            }
        }
        return Stream.of(guessed).filter(Objects::nonNull).toList();
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Example> examples(List<Row> rows, Map<String, Embedding> vectors) {
        return rows.stream()
                .map(r -> new Example(r.text(), vector(r, vectors), r.intent()))
                .toList();
    }

    private static Embedding vector(Row row, Map<String, Embedding> vectors) {
        return Objects.requireNonNull(vectors.get(row.text()), "every text has its vector");
    }

    private static Embedding plain(Embedder embedder, String text) {
        return embedder.statements(List.of(text)).values().iterator().next();
    }

    /** Of at most {@link #TIMED} texts, evenly taken, after some that do not count. */
    private Timings time(List<Row> rows, Function<String, Guess> classify) {
        List<String> texts = rows.stream().map(Row::text).distinct().toList();
        int step = Math.max(1, texts.size() / TIMED);
        Timings timings = new Timings(nanos);
        for (int i = 1; i <= Math.min(WARM_UP, texts.size()); i++) {
            var unused = classify.apply(texts.get(texts.size() - i) + " ");
        }
        for (int i = 0; i < texts.size(); i += step) {
            String text = texts.get(i);
            timings.take(() -> classify.apply(text));
        }
        return timings;
    }

    private static NamedFigures line(Guessed item) {
        return new NamedFigures()
                .add("text", item.row().text())
                .add("intent", item.row().intent())
                .add("predicted", item.guess().id())
                .add("confidence", item.guess().confidence());
    }

    private static Result result(
            List<Guessed> guessed,
            double threshold,
            List<Guessed> byPackAlone,
            Timings timings,
            String trained,
            int broken) {
        List<Guessed> inScope = guessed.stream().filter(Guessed::inScope).toList();
        List<Guessed> outOfScope = guessed.stream().filter(g -> !g.inScope()).toList();
        return new Result(
                share(inScope, Guessed::right),
                threshold,
                share(inScope, g -> g.right() && g.guess().confidence() >= threshold),
                share(outOfScope, g -> g.guess().confidence() < threshold),
                share(byPackAlone.stream().filter(Guessed::inScope).toList(), Guessed::right),
                timings.quantile(0.5),
                timings.quantile(0.99),
                trained,
                guessed.size(),
                broken);
    }

    private static Interval share(List<Guessed> items, Predicate<Guessed> counts) {
        return Bootstrap.interval(items, some -> some.stream()
                .mapToDouble(i -> counts.test(i) ? 1 : 0)
                .average()
                .orElse(Double.NaN));
    }
}
