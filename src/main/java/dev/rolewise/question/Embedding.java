package dev.rolewise.question;

import java.util.Arrays;

/** A vector of length 1 that stands for the meaning of a text. Immutable. */
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** Copies {@code values} and scales them to length 1; all zeros stay zeros. */
    public static Embedding of(float[] values) {
        double squares = 0;
        for (float v : values) {
            squares += (double) v * v;
        }
        float[] scaled = values.clone();
        if (squares > 0) {
            float norm = (float) Math.sqrt(squares);
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] /= norm;
            }
        }
        return new Embedding(scaled);
    }

    /** A copy of the components. */
    public float[] values() {
        return values.clone();
    }

    /** Number of components. */
    public int dimensions() {
        return values.length;
    }

    /** The component at {@code i}. */
    public float at(int i) {
        return values[i];
    }

    /** Cosine of the angle to another vector of the same number of dimensions, -1 to 1. */
    public double cosine(Embedding other) {
        double dot = 0;
        for (int i = 0; i < values.length; i++) {
            dot += values[i] * other.values[i];
        }
        return dot;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Embedding e && Arrays.equals(values, e.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
