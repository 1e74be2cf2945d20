package dev.rolewise.analysis;

import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.learning.FeatureVector;
import dev.rolewise.learning.LogisticRegression;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what a question wants, from its embedding and its words. Trained on the pack's labelled examples. Thread-safe. */
public final class IntentClassifier {
    private static final int WORD_BUCKETS = 1 << 12;
    private static final float EMBEDDING_WEIGHT = 2.0f;
    private static final double DECAY = 2e-4;
    private static final int PASSES = 120;

    private final LogisticRegression<String> model;

    /**
     * An intent with how likely it is.
     *
     * @param id of the pack's intent
     * @param confidence 0 to 1
     */
    public record Guess(String id, double confidence) {}

    /** A classifier that was trained before. */
    public IntentClassifier(LogisticRegression<String> model) {
        this.model = model;
    }

    /** Trains on the examples of the pack; takes a second. */
    public static IntentClassifier train(Pack pack, Embedder embedder) {
        List<LogisticRegression.Example<String>> examples = new ArrayList<>();
        for (Intent intent : pack.intents()) {
            Map<String, Embedding> vectors = embedder.questions(intent.examples());
            vectors.forEach((text, vector) ->
                    examples.add(new LogisticRegression.Example<>(features(text, vector), intent.id())));
        }
        return new IntentClassifier(LogisticRegression.train(examples, DECAY, PASSES));
    }

    /** What was learned. */
    public LogisticRegression<String> model() {
        return model;
    }

    /** The likeliest intent. */
    public Guess classify(String text, Embedding embedding) {
        Map.Entry<String, Double> best = Collections.max(
                model.probabilities(features(text, embedding)).entrySet(), Map.Entry.comparingByValue());
        return new Guess(best.getKey(), best.getValue());
    }

    private static FeatureVector features(String text, Embedding embedding) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        List<String> grams = new ArrayList<>(List.of(words));
        for (int i = 0; i + 1 < words.length; i++) {
            grams.add(words[i] + " " + words[i + 1]);
        }
        grams.removeIf(String::isBlank);
        return FeatureVector.of(embedding, EMBEDDING_WEIGHT, grams, WORD_BUCKETS);
    }
}
