package dev.rolewise.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Multinomial logistic regression, trained by Adam (Kingma and Ba, 2015) with weight decay. The same data give the same
 * weights. Immutable once trained.
 *
 * @param <L> the label of a class
 */
public final class LogisticRegression<L> {
    /** A labelled vector. */
    public record Example<L>(FeatureVector vector, L label) {}

    private static final double FIRST_MOMENT = 0.9;
    private static final double SECOND_MOMENT = 0.999;
    private static final double RATE = 0.05;
    private static final double EPSILON = 1e-8;

    private static final int MAX_CLASSES = 1000;
    private static final int MAX_FEATURES = 1_000_000;

    private final List<L> labels;
    private final float[][] weights;

    private LogisticRegression(List<L> labels, float[][] weights) {
        this.labels = labels;
        this.weights = weights;
    }

    /**
     * Learns from labelled vectors by full passes over them.
     *
     * @param examples at least one
     * @param decay strength of the L2 penalty on a weight, such as 1e-4
     * @param passes over the data, such as 150
     */
    public static <L> LogisticRegression<L> train(List<Example<L>> examples, double decay, int passes) {
        List<L> labels = examples.stream().map(Example::label).distinct().toList();
        int size =
                examples.stream().mapToInt(e -> e.vector().highestIndex()).max().orElse(0) + 2;
        float[][] weights = new float[labels.size()][size];
        double[][] first = new double[labels.size()][size];
        double[][] second = new double[labels.size()][size];
        LogisticRegression<L> model = new LogisticRegression<>(labels, weights);
        int[] classes =
                examples.stream().mapToInt(e -> labels.indexOf(e.label())).toArray();
        for (int pass = 1; pass <= passes; pass++) {
            double[][] gradient = model.gradient(examples, classes);
            double rate = RATE * Math.sqrt(1 - Math.pow(SECOND_MOMENT, pass)) / (1 - Math.pow(FIRST_MOMENT, pass));
            for (int c = 0; c < weights.length; c++) {
                step(weights[c], gradient[c], first[c], second[c], decay, rate);
            }
        }
        return model;
    }

    /** Writes the weights; {@code name} writes a label. */
    public void write(DataOutput out, Function<L, String> name) throws IOException {
        out.writeInt(labels.size());
        out.writeInt(weights[0].length);
        for (int c = 0; c < weights.length; c++) {
            out.writeUTF(name.apply(labels.get(c)));
            for (float weight : weights[c]) {
                out.writeFloat(weight);
            }
        }
    }

    /** Reads what {@link #write} wrote; {@code label} reads a label. */
    public static <L> LogisticRegression<L> read(DataInput in, Function<String, L> label) throws IOException {
        int classes = in.readInt();
        int size = in.readInt();
        if (classes < 1 || classes > MAX_CLASSES || size < 1 || size > MAX_FEATURES) {
            throw new IOException("not the weights of a classifier");
        }
        List<L> labels = new ArrayList<>();
        float[][] weights = new float[classes][size];
        for (float[] row : weights) {
            labels.add(label.apply(in.readUTF()));
            for (int i = 0; i < size; i++) {
                row[i] = in.readFloat();
            }
        }
        return new LogisticRegression<>(List.copyOf(labels), weights);
    }

    /** The probability of each label, in the order in which they were first seen. */
    public Map<L, Double> probabilities(FeatureVector x) {
        double[] p = softmax(x);
        Map<L, Double> byLabel = new LinkedHashMap<>();
        for (int c = 0; c < p.length; c++) {
            byLabel.put(labels.get(c), p[c]);
        }
        return byLabel;
    }

    private double[] softmax(FeatureVector x) {
        double[] scores = new double[weights.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            scores[c] = score(weights[c], x);
            highest = Math.max(highest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - highest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return scores;
    }

    private double[][] gradient(List<Example<L>> examples, int[] classes) {
        double[][] gradient = new double[weights.length][weights[0].length];
        for (int n = 0; n < classes.length; n++) {
            FeatureVector x = examples.get(n).vector();
            double[] p = softmax(x);
            for (int c = 0; c < p.length; c++) {
                double error = (p[c] - (classes[n] == c ? 1 : 0)) / classes.length;
                double[] row = gradient[c];
                for (int i = 0; i < x.size(); i++) {
                    row[x.index(i)] += error * x.value(i);
                }
                row[row.length - 1] += error;
            }
        }
        return gradient;
    }

    private static void step(
            float[] weights, double[] gradient, double[] first, double[] second, double decay, double rate) {
        for (int i = 0; i < weights.length; i++) {
            double g = gradient[i] + decay * weights[i];
            first[i] = FIRST_MOMENT * first[i] + (1 - FIRST_MOMENT) * g;
            second[i] = SECOND_MOMENT * second[i] + (1 - SECOND_MOMENT) * g * g;
            weights[i] -= (float) (rate * first[i] / (Math.sqrt(second[i]) + EPSILON));
        }
    }

    /** The last weight is the intercept. */
    private static double score(float[] weights, FeatureVector x) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < x.size(); i++) {
            if (x.index(i) < weights.length - 1) {
                sum += weights[x.index(i)] * x.value(i);
            }
        }
        return sum;
    }
}
