package dev.rolewise.analysis;

import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Says what a question wants, from its embedding and its words. Trained on the pack's labelled examples. Thread-safe. */
public final class IntentClassifier {
    private static final int WORD_BUCKETS = 1 << 12;
    private static final float EMBEDDING_WEIGHT = 2.0f;
    private static final double DECAY = 2e-4;
    private static final int PASSES = 120;

    private final List<String> intents;
    private final LogisticRegression model;

    /**
     * An intent with how likely it is.
     *
     * @param id of the pack's intent
     * @param confidence 0 to 1
     */
    public record Guess(String id, double confidence) {}

    /** Trains on the examples of the pack. */
    public IntentClassifier(Pack pack, Embedder embedder) {
        this.intents = pack.intents().stream().map(Intent::id).toList();
        List<String> texts =
                pack.intents().stream().flatMap(i -> i.examples().stream()).toList();
        Map<String, Embedding> vectors = embedder.questions(texts);
        List<FeatureVector> examples = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < pack.intents().size(); label++) {
            for (String example : pack.intents().get(label).examples()) {
                examples.add(features(example, Objects.requireNonNull(vectors.get(example))));
                labels.add(label);
            }
        }
        this.model = LogisticRegression.train(
                examples, labels.stream().mapToInt(i -> i).toArray(), intents.size(), DECAY, PASSES);
    }

    /** The likeliest intent. */
    public Guess classify(String text, Embedding embedding) {
        double[] p = model.probabilities(features(text, embedding));
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return new Guess(intents.get(best), p[best]);
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
