package dev.rolewise.learning;

import dev.rolewise.question.Embedding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says how much a text is one of each label, by kernel ridge regression on what labelled texts are like. Few examples are
 * solved once, for all; of many, the nearest of each text alone, when it is asked (local learning, Bottou and Vapnik, 1992):
 * there is no training then, and 150 neighbours did as well as all 15,100 of CLINC150. Immutable.
 *
 * @param <L> the label
 */
public final class KernelRidge<L> {
    /** A labelled text. */
    public record Example<L>(ComparedText text, L label) {}

    private static final double PENALTY = 0.15;
    private static final int MOST_SOLVED = 4000;

    /** Where examples are few, each has to speak for a wider neighbourhood. */
    private static final double SHARPNESS_OF_FEW = 2;

    private static final double SHARPNESS_OF_MANY = 4;
    private static final int NEIGHBOURS = 150;

    private static final int MAX_EXAMPLES = 1_000_000;
    private static final int MAX_LABELS = 1000;
    private static final int MAX_DIMENSIONS = 10_000;

    private final List<L> labels;
    private final ComparedText[] texts;
    private final Likenesses likenesses;
    private final int[] classes;

    /** What each example says for each label; null where that is found for each text. */
    private final float @Nullable [][] weights;

    private KernelRidge(List<L> labels, ComparedText[] texts, int[] classes, float @Nullable [][] weights) {
        this.labels = labels;
        this.texts = texts;
        this.likenesses = new Likenesses(texts, weights == null ? SHARPNESS_OF_MANY : SHARPNESS_OF_FEW);
        this.classes = classes;
        this.weights = weights;
    }

    /** Learns from labelled texts, at least one; takes examples³ / 6 steps up to 4,000 of them, and none above. */
    public static <L> KernelRidge<L> train(List<Example<L>> examples) {
        List<L> labels = examples.stream().map(Example::label).distinct().toList();
        Map<L, Integer> places = new LinkedHashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        ComparedText[] texts = examples.stream().map(Example::text).toArray(ComparedText[]::new);
        int[] classes = examples.stream()
                .mapToInt(e -> places.getOrDefault(e.label(), 0))
                .toArray();
        return new KernelRidge<>(
                labels, texts, classes, texts.length > MOST_SOLVED ? null : solved(texts, classes, labels.size()));
    }

    private static float[][] solved(ComparedText[] texts, int[] classes, int labels) {
        Cholesky alike = alike(texts, SHARPNESS_OF_FEW);
        float[][] weights = new float[texts.length][labels];
        for (int label = 0; label < labels; label++) {
            int wanted = label;
            double[] solution = alike.solve(
                    IntStream.of(classes).mapToDouble(c -> c == wanted ? 1 : 0).toArray());
            for (int i = 0; i < solution.length; i++) {
                weights[i][label] = (float) solution[i];
            }
        }
        return weights;
    }

    private static Cholesky alike(ComparedText[] texts, double sharpness) {
        Likenesses likenesses = new Likenesses(texts, sharpness);
        double[][] alike = new double[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            alike[i] = likenesses.of(texts[i], i + 1);
            alike[i][i] += PENALTY;
        }
        return Cholesky.of(alike);
    }

    /** About 1 for the label that a text has and 0 for the others, in the order in which labels were first seen. */
    public Map<L, Double> scores(ComparedText text) {
        double[] scores = weights == null ? local(text) : global(text, weights);
        Map<L, Double> byLabel = new LinkedHashMap<>();
        for (int c = 0; c < scores.length; c++) {
            byLabel.put(labels.get(c), scores[c]);
        }
        return byLabel;
    }

    private double[] global(ComparedText text, float[][] says) {
        double[] scores = new double[labels.size()];
        double[] like = likenesses.of(text);
        for (int i = 0; i < like.length; i++) {
            for (int c = 0; c < scores.length; c++) {
                scores[c] += like[i] * says[i][c];
            }
        }
        return scores;
    }

    private double[] local(ComparedText text) {
        List<Neighbour> nearest = nearest(text);
        ComparedText[] near = nearest.stream().map(n -> texts[n.place()]).toArray(ComparedText[]::new);
        double[] weight = alike(near, SHARPNESS_OF_MANY)
                .solve(nearest.stream().mapToDouble(Neighbour::likeness).toArray());
        double[] scores = new double[labels.size()];
        for (int i = 0; i < weight.length; i++) {
            scores[classes[nearest.get(i).place()]] += weight[i];
        }
        return scores;
    }

    private record Neighbour(int place, double likeness) {}

    private List<Neighbour> nearest(ComparedText text) {
        double[] like = likenesses.of(text);
        PriorityQueue<Neighbour> nearest = new PriorityQueue<>(Comparator.comparingDouble(Neighbour::likeness));
        for (int i = 0; i < like.length; i++) {
            if (nearest.size() == NEIGHBOURS && like[i] > nearest.element().likeness()) {
                nearest.remove();
            }
            if (nearest.size() < NEIGHBOURS) {
                nearest.add(new Neighbour(i, like[i]));
            }
        }
        return List.copyOf(nearest);
    }

    /** Writes the examples with what was learned; {@code name} writes a label. */
    public void write(DataOutput out, Function<L, String> name) throws IOException {
        out.writeInt(labels.size());
        for (L label : labels) {
            out.writeUTF(name.apply(label));
        }
        out.writeInt(texts.length);
        out.writeInt(texts[0].vector().dimensions());
        out.writeBoolean(weights != null);
        for (int i = 0; i < texts.length; i++) {
            out.writeInt(classes[i]);
            out.writeUTF(texts[i].text());
            for (float value : texts[i].vector().values()) {
                out.writeFloat(value);
            }
            if (weights != null) {
                for (float weight : weights[i]) {
                    out.writeFloat(weight);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote; {@code label} reads a label. */
    public static <L> KernelRidge<L> read(DataInput in, Function<String, L> label) throws IOException {
        int count = in.readInt();
        check(count >= 1 && count <= MAX_LABELS);
        List<L> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(label.apply(in.readUTF()));
        }
        int size = in.readInt();
        int dimensions = in.readInt();
        boolean isSolved = in.readBoolean();
        check(size >= 1 && size <= MAX_EXAMPLES && dimensions >= 1 && dimensions <= MAX_DIMENSIONS);
        ComparedText[] texts = new ComparedText[size];
        int[] classes = new int[size];
        float[][] weights = new float[isSolved ? size : 0][count];
        for (int i = 0; i < size; i++) {
            classes[i] = in.readInt();
            check(classes[i] >= 0 && classes[i] < count);
            texts[i] = ComparedText.of(in.readUTF(), Embedding.of(floats(in, dimensions)));
            if (isSolved) {
                weights[i] = floats(in, count);
            }
        }
        return new KernelRidge<>(List.copyOf(labels), texts, classes, isSolved ? weights : null);
    }

    private static float[] floats(DataInput in, int size) throws IOException {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static void check(boolean right) throws IOException {
        if (!right) {
            throw new IOException("not the examples of a classifier");
        }
    }
}
