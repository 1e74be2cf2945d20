package dev.rolewise.learning;

import java.util.Comparator;
import java.util.List;

/** How well scores tell two classes apart. All methods give NaN where one of the classes is missing. */
public final class BinaryMeasures {
    /** A score with its label; a high score should mean true. */
    public record Scored(double score, boolean positive) {}

    private BinaryMeasures() {}

    /** The probability that a positive has a higher score than a negative, ties counting half: the area under the ROC curve. */
    public static double auc(List<Scored> items) {
        List<Scored> order =
                items.stream().sorted(Comparator.comparingDouble(Scored::score)).toList();
        double positives = count(items, true);
        double negatives = count(items, false);
        double below = 0;
        double won = 0;
        for (int from = 0; from < order.size(); ) {
            int to = from;
            double tiedPositives = 0;
            while (to < order.size() && order.get(to).score() == order.get(from).score()) {
                tiedPositives += order.get(to).positive() ? 1 : 0;
                to++;
            }
            double tiedNegatives = to - from - tiedPositives;
            won += tiedPositives * (below + tiedNegatives / 2);
            below += tiedNegatives;
            from = to;
        }
        return won / (positives * negatives);
    }

    /** Mean of the shares of positives at or above the threshold and of negatives below it. */
    public static double balancedAccuracy(List<Scored> items, double threshold) {
        double held = items.stream()
                .filter(i -> i.positive() && i.score() >= threshold)
                .count();
        double refused = items.stream()
                .filter(i -> !i.positive() && i.score() < threshold)
                .count();
        return (held / count(items, true) + refused / count(items, false)) / 2;
    }

    /** Share of items on the right side of the threshold, which itself is positive. */
    public static double accuracy(List<Scored> items, double threshold) {
        double right = items.stream()
                .filter(i -> i.positive() == (i.score() >= threshold))
                .count();
        return right / items.size();
    }

    private static double count(List<Scored> items, boolean positive) {
        return items.stream().filter(i -> i.positive() == positive).count();
    }
}
