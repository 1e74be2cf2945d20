package dev.rolewise.analysis;

import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.learning.ComparedText;
import dev.rolewise.learning.Folds;
import dev.rolewise.learning.KernelRidge;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Says what a question wants, from its meaning, its words and its letters. Learns from labelled examples, those of the pack
 * or any others. Thread-safe.
 */
public final class IntentClassifier {
    /** The label of examples that have none of the intents, in sets that hold such; it is never guessed. */
    public static final String OUT_OF_SCOPE = "oos";

    /** What a threshold may cost: one in so many of the questions in scope. */
    private static final int COST = 100;

    private static final int FOLDS = 5;

    /** Held-out examples of a fold that are asked; more would only take time. */
    private static final int ASKED = 1000;

    private final KernelRidge<String> model;

    /**
     * A labelled text.
     *
     * @param text as it was typed
     * @param vector its meaning
     * @param intent its label
     */
    public record Example(String text, Embedding vector, String intent) {
        private boolean inScope() {
            return !intent.equals(OUT_OF_SCOPE);
        }
    }

    /**
     * An intent with how likely it is.
     *
     * @param id of the intent
     * @param confidence 0 to 1: the share of such texts that have this intent, less that of those that have none, as least
     *     squares estimate it
     */
    public record Guess(String id, double confidence) {}

    private IntentClassifier(KernelRidge<String> model) {
        this.model = model;
    }

    /** Trains on the examples of the pack; takes a second for a thousand, once their vectors are known. */
    public static IntentClassifier train(Pack pack, Embedder embedder) {
        return train(examples(pack, embedder));
    }

    /** Trains on those examples, of which one at least is in scope. */
    public static IntentClassifier train(List<Example> examples) {
        return new IntentClassifier(KernelRidge.train(examples.stream()
                .map(e -> new KernelRidge.Example<>(ComparedText.of(e.text(), e.vector()), e.intent()))
                .toList()));
    }

    /** The examples of the pack. */
    public static List<Example> examples(Pack pack, Embedder embedder) {
        List<Example> examples = new ArrayList<>();
        for (Intent intent : pack.intents()) {
            Map<String, Embedding> vectors = embedder.questions(intent.examples());
            vectors.forEach((text, vector) -> examples.add(new Example(text, vector, intent.id())));
        }
        return examples;
    }

    /**
     * The confidence below which a text counts as out of scope: the highest that turns away one in a hundred of the questions
     * in scope that would be understood. Found on the examples alone, each fifth of which is asked of a classifier that
     * learned from the others.
     */
    public static double threshold(List<Example> examples) {
        List<Double> understood = new ArrayList<>();
        int asked = 0;
        for (List<Integer> fold :
                Folds.blocks(examples.stream().map(Example::intent).toList(), FOLDS)) {
            List<Example> held =
                    fold.stream().map(examples::get).filter(Example::inScope).toList();
            Set<Integer> places = new HashSet<>(fold);
            List<Example> others = IntStream.range(0, examples.size())
                    .filter(i -> !places.contains(i))
                    .mapToObj(examples::get)
                    .toList();
            if (others.stream().noneMatch(Example::inScope)) {
                continue;
            }
            IntentClassifier classifier = train(others);
            for (int n = 0; n < held.size(); n += 1 + held.size() / ASKED) {
                asked++;
                Guess guess =
                        classifier.classify(held.get(n).text(), held.get(n).vector());
                if (guess.id().equals(held.get(n).intent())) {
                    understood.add(guess.confidence());
                }
            }
        }
        Collections.sort(understood);
        return understood.isEmpty() ? 0 : understood.get(Math.min(understood.size() - 1, asked / COST));
    }

    /** The likeliest intent. */
    public Guess classify(String text, Embedding embedding) {
        Map<String, Double> scores = model.scores(ComparedText.of(text, embedding));
        double none = Math.max(0, scores.getOrDefault(OUT_OF_SCOPE, 0.0));
        Map.Entry<String, Double> best = scores.entrySet().stream()
                .filter(s -> !s.getKey().equals(OUT_OF_SCOPE))
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("it was trained on nothing in scope"));
        return new Guess(best.getKey(), Math.max(0, Math.min(1, best.getValue() - none)));
    }

    /** Writes what was learned. */
    public void write(DataOutput out) throws IOException {
        model.write(out, Function.identity());
    }

    /** Reads what {@link #write} wrote. */
    public static IntentClassifier read(DataInput in) throws IOException {
        return new IntentClassifier(KernelRidge.read(in, Function.identity()));
    }
}
