package dev.rolewise.testing;

import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Stands in for the embedding model: the words of a text in hashed places, cut to their first five letters so that
 * "gardener" and "gardening" meet. Texts with common words are near; meaning is not known.
 */
public class HashedWords implements Embedder {
    /** Number of components of its vectors, as many as the real model's. */
    public static final int DIMENSIONS = 384;

    private static final int STEM = 5;

    @Override
    public Embedding question(String text) {
        float[] values = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                String stem = word.substring(0, Math.min(STEM, word.length()));
                values[Math.floorMod(stem.hashCode() * 31, DIMENSIONS)] += Math.min(word.length(), STEM);
            }
        }
        return Embedding.of(values);
    }

    @Override
    public Map<String, Embedding> questions(Collection<String> texts) {
        Map<String, Embedding> vectors = new LinkedHashMap<>();
        texts.forEach(text -> vectors.put(text, question(text)));
        return vectors;
    }

    @Override
    public Map<String, Embedding> statements(Collection<String> texts) {
        return questions(texts);
    }
}
