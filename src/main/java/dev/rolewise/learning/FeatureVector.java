package dev.rolewise.learning;

import dev.rolewise.question.Embedding;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A sparse vector of features. Immutable. */
public final class FeatureVector {
    private final int[] indexes;
    private final float[] values;

    private FeatureVector(int[] indexes, float[] values) {
        this.indexes = indexes;
        this.values = values;
    }

    /**
     * The components of an embedding, then named words in hashed places, then further numbers.
     *
     * @param embedding takes the first places, scaled by {@code embeddingWeight}
     * @param words each counts once; all of them together have length 1
     * @param buckets number of places for words; two words may share one
     * @param numbers take the last places
     */
    public static FeatureVector of(
            Embedding embedding, float embeddingWeight, Collection<String> words, int buckets, double... numbers) {
        List<String> distinct = words.stream().distinct().toList();
        int dense = embedding.dimensions();
        int size = dense + distinct.size() + numbers.length;
        int[] indexes = new int[size];
        float[] values = new float[size];
        for (int i = 0; i < dense; i++) {
            indexes[i] = i;
            values[i] = embedding.at(i) * embeddingWeight;
        }
        float share = distinct.isEmpty() ? 0 : (float) (1 / Math.sqrt(distinct.size()));
        for (int i = 0; i < distinct.size(); i++) {
            indexes[dense + i] = dense + Math.floorMod(distinct.get(i).hashCode(), buckets);
            values[dense + i] = share;
        }
        for (int i = 0; i < numbers.length; i++) {
            indexes[dense + distinct.size() + i] = dense + buckets + i;
            values[dense + distinct.size() + i] = (float) numbers[i];
        }
        return new FeatureVector(indexes, values);
    }

    /** Numbers alone. */
    public static FeatureVector of(double... numbers) {
        return of(Embedding.of(new float[0]), 0, List.of(), 0, numbers);
    }

    int size() {
        return indexes.length;
    }

    int index(int i) {
        return indexes[i];
    }

    float value(int i) {
        return values[i];
    }

    int highestIndex() {
        return Arrays.stream(indexes).max().orElse(0);
    }
}
