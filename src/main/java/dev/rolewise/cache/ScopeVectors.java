package dev.rolewise.cache;

import dev.rolewise.question.Embedding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Vectors in slots without gaps, and of each a sketch: one bit a dimension, set where the component is above the mean of all.
 * A search counts the differing bits of every sketch, and computes the cosine of the few hundred that differ least. The mean
 * is taken again each time the number of vectors has grown eightfold. Not thread-safe; searches alone may run side by side.
 */
final class ScopeVectors {
    /** Up to so many vectors every cosine is computed. */
    static final int EXACT = 1_024;

    private static final int CANDIDATES = 768;
    private static final int GROWTH = 8;
    private static final int FIRST_SLOTS = 64;

    private final int dimensions;
    private final int longs;
    private final float[] mean;
    private final Map<ExactKey, Integer> slots = new HashMap<>();
    private ExactKey[] keys = new ExactKey[FIRST_SLOTS];
    private Embedding[] vectors = new Embedding[FIRST_SLOTS];
    private long[] sketches;
    private int size;
    private int meanAgainAt = EXACT;

    ScopeVectors(int dimensions) {
        this.dimensions = dimensions;
        this.longs = (dimensions + Long.SIZE - 1) / Long.SIZE;
        this.mean = new float[dimensions];
        this.sketches = new long[FIRST_SLOTS * longs];
    }

    int size() {
        return size;
    }

    void put(ExactKey key, Embedding vector) {
        if (vector.dimensions() != dimensions) {
            throw new IllegalArgumentException(vector.dimensions() + " dimensions among vectors of " + dimensions);
        }
        Integer known = slots.get(key);
        int slot = known == null ? newSlot(key) : known;
        keys[slot] = key;
        vectors[slot] = vector;
        if (size >= meanAgainAt) {
            meanAgainAt = size * GROWTH;
            takeMean();
        } else {
            sketch(vector, sketches, slot * longs);
        }
    }

    void remove(ExactKey key) {
        Integer slot = slots.remove(key);
        if (slot == null) {
            return;
        }
        int last = --size;
        if (slot != last) {
            keys[slot] = keys[last];
            vectors[slot] = vectors[last];
            System.arraycopy(sketches, last * longs, sketches, slot * longs, longs);
            slots.put(keys[slot], slot);
        }
        Arrays.fill(keys, last, last + 1, null);
        Arrays.fill(vectors, last, last + 1, null);
    }

    List<ExactKey> nearest(Embedding asked, int limit, double atLeast) {
        record Near(ExactKey key, double cosine) {}
        IntStream candidates = size <= EXACT ? IntStream.range(0, size) : leastDiffering(asked);
        return candidates
                .mapToObj(slot -> new Near(keys[slot], vectors[slot].cosine(asked)))
                .filter(near -> near.cosine() >= atLeast)
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .limit(limit)
                .map(Near::key)
                .toList();
    }

    private int newSlot(ExactKey key) {
        if (size == keys.length) {
            int more = size + (size >> 1);
            keys = Arrays.copyOf(keys, more);
            vectors = Arrays.copyOf(vectors, more);
            sketches = Arrays.copyOf(sketches, more * longs);
        }
        slots.put(key, size);
        return size++;
    }

    private IntStream leastDiffering(Embedding asked) {
        long[] sketch = new long[longs];
        sketch(asked, sketch, 0);
        short[] differing = new short[size];
        int[] counts = new int[dimensions + 1];
        for (int slot = 0, at = 0; slot < size; slot++) {
            int bits = 0;
            for (int i = 0; i < longs; i++) {
                bits += Long.bitCount(sketch[i] ^ sketches[at++]);
            }
            differing[slot] = (short) bits;
            counts[bits]++;
        }
        int most = 0;
        for (int found = counts[0]; found < CANDIDATES && most < dimensions; ) {
            found += counts[++most];
        }
        int limit = most;
        return IntStream.range(0, size).filter(slot -> differing[slot] <= limit);
    }

    private void takeMean() {
        double[] sums = new double[dimensions];
        for (int slot = 0; slot < size; slot++) {
            for (int i = 0; i < dimensions; i++) {
                sums[i] += vectors[slot].at(i);
            }
        }
        for (int i = 0; i < dimensions; i++) {
            mean[i] = (float) (sums[i] / size);
        }
        for (int slot = 0; slot < size; slot++) {
            sketch(vectors[slot], sketches, slot * longs);
        }
    }

    private void sketch(Embedding vector, long[] into, int at) {
        for (int i = 0; i < longs; i++) {
            long bits = 0;
            int end = Math.min(dimensions, (i + 1) * Long.SIZE);
            for (int d = i * Long.SIZE; d < end; d++) {
                bits |= vector.at(d) > mean[d] ? 1L << (d % Long.SIZE) : 0;
            }
            into[at + i] = bits;
        }
    }
}
