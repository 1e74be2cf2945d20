package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.ComplexityClassifier.Example;
import dev.rolewise.learning.BinaryMeasures;
import dev.rolewise.learning.Bootstrap;
import dev.rolewise.learning.Folds;
import dev.rolewise.learning.Interval;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedder;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how well simple questions are told from complex ones: by ten-fold cross-validation, in which the classifier
 * learns from the other folds beside the examples that come with the program, and as shipped, from those alone. Not
 * thread-safe.
 */
public final class ComplexityScorecard {
    private static final String FORM = "{\"text\": \"…\", \"complexity\": \"simple\"}";
    private static final double THRESHOLD = 0.5;
    private static final int FOLDS = 10;

    private final List<Example> own;
    private final ComplexityClassifier shipped;
    private final Embedder embedder;
    private final Consumer<String> messages;

    /**
     * What was found; an accuracy is that at a probability of one half.
     *
     * @param accuracy by cross-validation
     * @param auc by cross-validation
     * @param accuracyAsShipped of what learned from nothing in the file
     * @param aucAsShipped the same
     * @param n texts measured
     * @param broken lines that could not be used
     */
    public record Result(
            Interval accuracy, Interval auc, Interval accuracyAsShipped, Interval aucAsShipped, int n, int broken) {
        private NamedFigures figures() {
            return new NamedFigures()
                    .add("accuracy", accuracy)
                    .add("auc", auc)
                    .add("accuracy_as_shipped", accuracyAsShipped)
                    .add("auc_as_shipped", aucAsShipped)
                    .add("trained_on", "the shipped examples and those of the file, cross-validated (10 folds)")
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

    private record Judged(Example example, double score) {
        BinaryMeasures.Scored scored() {
            return new BinaryMeasures.Scored(score, example.complexity() == Complexity.COMPLEX);
        }
    }

    /**
     * A scorecard.
     *
     * @param own the examples that come with the program
     * @param shipped what learned from them
     * @param messages takes reports of broken lines, one line each
     */
    public ComplexityScorecard(
            List<Example> own, ComplexityClassifier shipped, Embedder embedder, Consumer<String> messages) {
        this.own = List.copyOf(own);
        this.shipped = shipped;
        this.embedder = embedder;
        this.messages = messages;
    }

    /**
     * Measures {@code in}; the lines of {@code out} are those of the cross-validation.
     *
     * @throws UnusableFileException where a file cannot be used
     */
    public Result run(Path in, Optional<Path> out) throws IOException {
        LabelledRows<Example> rows = LabelledRows.of(in, FORM, ComplexityScorecard::example, messages);
        ItemFile.check(out, in);
        List<Judged> held = heldOut(rows.rows());
        ItemFile.write(out, in, held, ComplexityScorecard::line);
        List<Judged> asShipped = rows.rows().stream()
                .map(e -> new Judged(e, shipped.probability(e.text(), embedder)))
                .toList();
        return new Result(accuracy(held), auc(held), accuracy(asShipped), auc(asShipped), held.size(), rows.broken());
    }

    private static Example example(JsonNode row) throws BrokenLineException {
        String label = Labels.text(row, "complexity");
        return new Example(
                Labels.text(row, "text"),
                Arrays.stream(Complexity.values())
                        .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(label))
                        .findFirst()
                        .orElseThrow(() ->
                                new BrokenLineException("has an unknown complexity; write \"simple\" or \"complex\"")));
    }

    private List<Judged> heldOut(List<Example> examples) {
        Judged[] judged = new Judged[examples.size()];
        for (List<Integer> fold :
                Folds.of(examples.stream().map(Example::complexity).toList(), FOLDS)) {
            Set<String> held = fold.stream().map(i -> examples.get(i).text()).collect(Collectors.toSet());
            List<Example> others = Stream.concat(own.stream(), examples.stream())
                    .filter(e -> !held.contains(e.text()))
                    .toList();
            ComplexityClassifier classifier = ComplexityClassifier.train(others, embedder);
            for (int i : fold) {
                judged[i] = new Judged(
                        examples.get(i), classifier.probability(examples.get(i).text(), embedder));
            }
        }
        return List.of(judged);
    }

    private static Interval accuracy(List<Judged> judged) {
        return Bootstrap.interval(
                judged.stream().map(Judged::scored).toList(), some -> BinaryMeasures.accuracy(some, THRESHOLD));
    }

    private static Interval auc(List<Judged> judged) {
        return Bootstrap.interval(judged.stream().map(Judged::scored).toList(), BinaryMeasures::auc);
    }

    private static NamedFigures line(Judged item) {
        Complexity predicted = item.score() >= THRESHOLD ? Complexity.COMPLEX : Complexity.SIMPLE;
        return new NamedFigures()
                .add("text", item.example().text())
                .add("predicted", predicted.name().toLowerCase(Locale.ROOT))
                .add("score", item.score());
    }
}
