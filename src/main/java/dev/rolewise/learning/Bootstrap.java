package dev.rolewise.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far a figure would move on other items of the same kind: the percentile bootstrap (Efron, 1979). Draws are the same
 * in every run.
 */
public final class Bootstrap {
    /** How often the items are drawn again. */
    public static final int SAMPLES = 1000;

    private static final long SEED = 1;

    private Bootstrap() {}

    /** The figure of {@code items} with its 95% interval; samples whose figure is NaN do not count. */
    public static <T> Interval interval(List<T> items, ToDoubleFunction<List<T>> figure) {
        Random random = new Random(SEED);
        double[] drawn = IntStream.range(0, SAMPLES)
                .mapToDouble(sample -> items.isEmpty()
                        ? Double.NaN
                        : figure.applyAsDouble(random.ints(items.size(), 0, items.size())
                                .mapToObj(items::get)
                                .toList()))
                .toArray();
        return interval(figure.applyAsDouble(items), drawn);
    }

    /** How often each of {@code size} items comes in each sample; for figures that are cheaper to compute from counts. */
    static int[][] counts(int size) {
        Random random = new Random(SEED);
        int[][] counts = new int[SAMPLES][size];
        for (int[] sample : counts) {
            for (int i = 0; i < size; i++) {
                sample[random.nextInt(size)]++;
            }
        }
        return counts;
    }

    /** The figure with the bounds that 95% of the samples lie between. */
    static Interval interval(double figure, double[] samples) {
        double[] sorted =
                Arrays.stream(samples).filter(s -> !Double.isNaN(s)).sorted().toArray();
        return sorted.length == 0
                ? new Interval(figure, Double.NaN, Double.NaN)
                : new Interval(figure, sorted[sorted.length * 25 / 1000], sorted[sorted.length * 975 / 1000]);
    }
}
