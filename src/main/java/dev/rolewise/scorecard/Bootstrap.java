package dev.rolewise.scorecard;

import dev.rolewise.scorecard.Figure.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap (Efron, 1979): a statistic over items that are drawn again with replacement, as many as there are,
 * 1,000 times from one seed, so that a figure has the same interval in each run.
 */
public final class Bootstrap {
    private static final int SAMPLES = 1000;
    private static final long SEED = 1;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** The mean; not a number without items. */
    public static double mean(double[] items) {
        return Arrays.stream(items).average().orElse(Double.NaN);
    }

    /** The 95% interval of the mean; empty without items. */
    public static Optional<Interval> ofMean(double[] items) {
        return of(items.length, drawn -> {
            double sum = 0;
            for (int i : drawn) {
                sum += items[i];
            }
            return sum / drawn.length;
        });
    }

    /**
     * The 95% interval of a statistic.
     *
     * @param items how many there are
     * @param statistic of the items with these indexes, which repeat; not a number where the sample has none to speak of
     * @return empty where there are no items or no sample has the statistic
     */
    public static Optional<Interval> of(int items, ToDoubleFunction<int[]> statistic) {
        if (items == 0) {
            return Optional.empty();
        }
        Random random = new Random(SEED);
        int[] drawn = new int[items];
        double[] values = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            for (int i = 0; i < items; i++) {
                drawn[i] = random.nextInt(items);
            }
            values[s] = statistic.applyAsDouble(drawn);
        }
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Interval(at(sorted, TAIL), at(sorted, 1 - TAIL)));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
