package dev.rolewise.scorecard;

import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.learning.Interval;
import dev.rolewise.learning.RoutingMeasures.Intervals;
import dev.rolewise.question.Embedder;
import dev.rolewise.scorecard.Figure.Rival;
import dev.rolewise.scorecard.Figure.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The measurements of single parts that learn or judge, with what others published on the same sets. */
public final class PartMeasurements {
    private static final String CLINC = "CLINC150 test, the data set's paper, table 2";
    private static final String CLINC_HERE = "CLINC150 test, measured before the parts were built";
    private static final String ROUTE_LLM = "RouteLLM's paper, its Mixtral and GPT-4 outcomes";
    private static final String REPLAYED = "replayed on RouteLLM's outcomes, whole set";
    private static final String WICE = "WiCE test, LLM-AggreFact board";
    private static final Map<String, String> BASELINES = Map.of("random", "random", "prompt_length", "prompt length");

    private PartMeasurements() {}

    /** A measurement that is told in words what it is. */
    private record Described(String id, String title, String about, List<String> files, Run run)
            implements Measurement {
        @Override
        public List<Figure> run(List<Path> found, Consumer<String> messages) throws IOException {
            return run.figures(found, messages);
        }
    }

    private interface Run {
        List<Figure> figures(List<Path> files, Consumer<String> messages) throws IOException;
    }

    /**
     * Intents of CLINC150, learned from its training file.
     *
     * @param unstored gives an embedder that knows no vectors, to measure its time
     * @param nanos a clock such as {@link System#nanoTime}
     */
    public static Measurement clinc(Embedder embedder, Supplier<Embedder> unstored, LongSupplier nanos) {
        return new Described(
                "intents",
                "Intents, CLINC150",
                "Requests to an assistant, of 150 intents, and others that have none of them; the classifier of the product,"
                        + " learning from the set's training file.",
                List.of("clinc150-train.jsonl", "clinc150-{test,validation}.jsonl"),
                (files, messages) -> {
                    IntentScorecard.Result found = new IntentScorecard(embedder, unstored, nanos, messages)
                            .run(files.get(0), files.get(1), Optional.empty());
                    return List.of(
                            Figure.share("accuracy_in_scope", "Accuracy in scope", found.accuracyInScope())
                                    .beside(
                                            Rival.published("logistic regression on the embedding", 0.964, CLINC_HERE),
                                            Rival.published("BERT, trained with out-of-scope texts", 0.969, CLINC),
                                            Rival.published("MLP on USE", 0.935, CLINC)),
                            Figure.share(
                                            "accuracy_at_threshold",
                                            "Accuracy in scope at the threshold",
                                            found.accuracyAtThreshold())
                                    .beside(
                                            Rival.published("logistic regression on the embedding", 0.944, CLINC_HERE),
                                            Rival.published("BERT with a threshold", 0.962, CLINC)),
                            Figure.share(
                                            "oos_recall_at_threshold",
                                            "Out-of-scope recall at the threshold",
                                            found.oosRecallAtThreshold())
                                    .beside(
                                            Rival.published("logistic regression on the embedding", 0.779, CLINC_HERE),
                                            Rival.published("BERT with a threshold", 0.523, CLINC),
                                            Rival.published("MLP on USE", 0.474, CLINC)),
                            Figure.of("median_ms", "A text, median", Unit.MILLISECONDS, found.medianMs()),
                            Figure.of("p99_ms", "A text, 99th percentile", Unit.MILLISECONDS, found.p99Ms()),
                            Figure.of("n", "Texts", Unit.COUNT, found.n()));
                });
    }

    /** The intents of the pack, by cross-validation. */
    public static Measurement intents(
            Pack pack, Embedder embedder, Supplier<Embedder> unstored, LongSupplier nanos) {
        return new Described(
                "own-intents",
                "Intents of the pack",
                "Questions about the pack's subject; ten-fold cross-validation over the file beside the pack's examples.",
                List.of("intents.jsonl"),
                (files, messages) -> {
                    IntentScorecard.Result found = new IntentScorecard(embedder, unstored, nanos, messages)
                            .crossValidate(pack, files.get(0), Optional.empty());
                    return List.of(
                            Figure.share("accuracy_in_scope", "Accuracy", found.accuracyInScope()),
                            Figure.share(
                                    "accuracy_of_pack_alone",
                                    "Accuracy with the pack's examples alone",
                                    found.accuracyOfPack()),
                            Figure.of("median_ms", "A question, median", Unit.MILLISECONDS, found.medianMs()),
                            Figure.of("n", "Questions", Unit.COUNT, found.n()));
                });
    }

    /** Simple and complex questions. */
    public static Measurement complexity(Pack pack, ComplexityClassifier shipped, Embedder embedder) {
        return new Described(
                "complexity",
                "Complexity",
                "Simple questions told from complex ones, by cross-validation and as the classifier is shipped.",
                List.of("complexity.jsonl"),
                (files, messages) -> {
                    ComplexityScorecard.Result found = new ComplexityScorecard(
                                    ComplexityClassifier.examples(pack), shipped, embedder, messages)
                            .run(files.get(0), Optional.empty());
                    return List.of(
                            Figure.share("accuracy", "Accuracy, cross-validated", found.accuracy()),
                            Figure.share("auc", "Area under the ROC curve, cross-validated", found.auc()),
                            Figure.share("accuracy_as_shipped", "Accuracy as shipped", found.accuracyAsShipped()),
                            Figure.of("n", "Questions", Unit.COUNT, found.n()));
                });
    }

    /** Which prompts of MMLU deserve the strong model. */
    public static Measurement mmlu(Embedder embedder) {
        return routing(
                "routing-mmlu",
                "Routing, MMLU",
                "mmlu-half.jsonl",
                embedder,
                Map.of(
                        "apgr",
                        List.of(
                                Rival.published("RouteLLM's best", 0.603, ROUTE_LLM),
                                Rival.published("prompt length, whole set", 0.586, REPLAYED)),
                        "cpt50",
                        List.of(Rival.published("RouteLLM's best", 0.354, ROUTE_LLM)),
                        "cpt80",
                        List.of(Rival.published("RouteLLM's best", 0.703, ROUTE_LLM))));
    }

    /** Which prompts of GSM8K deserve the strong model, with the weak one's answer at hand. */
    public static Measurement gsm8k(Embedder embedder) {
        return routing(
                "routing-gsm8k",
                "Routing, GSM8K",
                "gsm8k-half.jsonl",
                embedder,
                Map.of(
                        "apgr",
                        List.of(
                                Rival.published("RouteLLM's best", 0.62, ROUTE_LLM),
                                Rival.published("an untrained check of the weak answer", 0.644, REPLAYED)),
                        "cpt50",
                        List.of(
                                Rival.published("RouteLLM's best", 0.33, ROUTE_LLM),
                                Rival.published("an untrained check of the weak answer", 0.187, REPLAYED))));
    }

    private static Measurement routing(
            String id, String title, String file, Embedder embedder, Map<String, List<Rival>> published) {
        return new Described(
                id,
                title,
                "Prompts with recorded outcomes of a weak and a strong model. The area is the part of the gap between the two"
                        + " that is closed, over all shares of strong calls; half of it is chance. Ten-fold cross-validation.",
                List.of(file),
                (files, messages) -> {
                    RoutingScorecard.Result found =
                            new RoutingScorecard(embedder, messages).crossValidate(files.get(0), Optional.empty());
                    return List.of(
                            routed("apgr", "Performance gap recovered (APGR)", found, published, Intervals::apgr),
                            routed(
                                    "cpt50",
                                    "Strong calls that recover half of the gap (lower is better)",
                                    found,
                                    published,
                                    Intervals::cpt50),
                            routed(
                                    "cpt80",
                                    "Strong calls that recover four fifths of the gap (lower is better)",
                                    found,
                                    published,
                                    Intervals::cpt80),
                            Figure.of("n", "Prompts", Unit.COUNT, found.n()));
                });
    }

    private static Figure routed(
            String name,
            String label,
            RoutingScorecard.Result found,
            Map<String, List<Rival>> published,
            Function<Intervals, Interval> figure) {
        Figure routed = Figure.share(name, label, figure.apply(found.router()));
        for (Map.Entry<String, Intervals> baseline : found.baselines().entrySet()) {
            String way = BASELINES.get(baseline.getKey());
            if (way != null) {
                routed = routed.beside(Rival.baseline(way, figure.apply(baseline.getValue())));
            }
        }
        return routed.beside(published.getOrDefault(name, List.of()).toArray(Rival[]::new));
    }

    /** Claims that their evidence carries, and others; {@code nanos} is a clock such as {@link System#nanoTime}. */
    public static Measurement grounding(Verifier verifier, LongSupplier nanos) {
        return new Described(
                "grounding",
                "Verifier, WiCE",
                "Claims of Wikipedia with sentences of the pages that they cite: fully supported, or not.",
                List.of("wice-*.jsonl"),
                (files, messages) -> {
                    GroundingScorecard.Result found =
                            new GroundingScorecard(verifier, nanos, messages).run(files.get(0), Optional.empty());
                    return List.of(
                            Figure.share(
                                            "balanced_accuracy",
                                            "Balanced accuracy at the shipped threshold",
                                            found.balancedAccuracy())
                                    .beside(
                                            Rival.published("SummaC-ZS", 0.628, WICE),
                                            Rival.published("AlignScore", 0.660, WICE),
                                            Rival.published("GPT-3.5", 0.685, WICE),
                                            Rival.published("MiniCheck-DeBERTa-L", 0.694, WICE),
                                            Rival.published("MiniCheck-Flan-T5-L", 0.722, WICE),
                                            Rival.published("GPT-4o", 0.785, WICE)),
                            Figure.share(
                                    "balanced_accuracy_cross_validated",
                                    "Balanced accuracy, learned by cross-validation",
                                    found.crossValidated()),
                            Figure.share("auc", "Area under the ROC curve", found.auc()),
                            Figure.of("median_ms", "A claim, median", Unit.MILLISECONDS, found.medianMs()),
                            Figure.of("n", "Claims", Unit.COUNT, found.n()));
                });
    }
}
