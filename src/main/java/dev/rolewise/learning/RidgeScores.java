package dev.rolewise.learning;

import dev.rolewise.question.Embedding;
import java.util.List;

/**
 * Says of many labels at once how well each fits a vector: linear regression with an L2 penalty from the vector, its mean taken
 * off, to 1 for each label that it has and 0 for the others. Solved at once, so the same data give the same weights; takes time
 * as examples × components². Immutable once trained.
 */
public final class RidgeScores {
    /**
     * A vector and the labels that it has.
     *
     * @param labels numbers from 0, below the number of labels
     */
    public record Example(Embedding vector, List<Integer> labels) {
        public Example {
            labels = List.copyOf(labels);
        }
    }

    private final float[] mean;
    private final float[] base;
    /** One row for each label. */
    private final float[][] weights;

    private RidgeScores(float[] mean, float[] base, float[][] weights) {
        this.mean = mean;
        this.base = base;
        this.weights = weights;
    }

    /**
     * Learns from examples.
     *
     * @param labels how many there are
     * @param penalty above 0; added to the diagonal of the normal equations, such as 3
     */
    public static RidgeScores train(List<Example> examples, int labels, double penalty) {
        int size = examples.isEmpty() ? 0 : examples.get(0).vector().dimensions();
        float[] mean = new float[size];
        float[] base = new float[labels];
        for (Example example : examples) {
            for (int i = 0; i < size; i++) {
                mean[i] += example.vector().at(i) / examples.size();
            }
            example.labels().forEach(label -> base[label] += 1f / examples.size());
        }
        double[][] square = new double[size][size];
        double[][] right = new double[labels][size];
        for (Example example : examples) {
            float[] x = centred(example.vector(), mean);
            for (int i = 0; i < size; i++) {
                double[] row = square[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += x[i] * x[j];
                }
            }
            for (int label : example.labels()) {
                for (int i = 0; i < size; i++) {
                    right[label][i] += x[i];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            square[i][i] += penalty;
        }
        Cholesky factors = Cholesky.of(square);
        float[][] weights = new float[labels][];
        for (int label = 0; label < labels; label++) {
            weights[label] = narrowed(factors.solve(right[label]));
        }
        return new RidgeScores(mean, base, weights);
    }

    /** How well each label fits, about 0 to 1, by its number. */
    public double[] of(Embedding vector) {
        double[] scores = new double[weights.length];
        if (mean.length == 0) {
            return scores;
        }
        float[] x = centred(vector, mean);
        for (int label = 0; label < scores.length; label++) {
            double sum = base[label];
            float[] row = weights[label];
            for (int i = 0; i < x.length; i++) {
                sum += row[i] * x[i];
            }
            scores[label] = sum;
        }
        return scores;
    }

    /** The vectors' sums are 0, so the targets' means need not be taken off. */
    private static float[] centred(Embedding vector, float[] mean) {
        float[] x = vector.values();
        for (int i = 0; i < x.length; i++) {
            x[i] -= mean[i];
        }
        return x;
    }

    private static float[] narrowed(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
