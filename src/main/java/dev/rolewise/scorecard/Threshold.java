package dev.rolewise.scorecard;

import java.util.Comparator;
import java.util.List;

/** Where to cut scores in two. */
final class Threshold {
    private Threshold() {}

    /** A score with the side that it belongs to. */
    record Example(double score, boolean above) {}

    /** The score from which on, counting itself, most of both sides are told apart: the best balanced accuracy. */
    static double best(List<Example> examples) {
        List<Example> order = examples.stream()
                .sorted(Comparator.comparingDouble(Example::score))
                .toList();
        double above = order.stream().filter(Example::above).count();
        double below = order.size() - above;
        double best = Double.NEGATIVE_INFINITY;
        double at = Double.NEGATIVE_INFINITY;
        double aboveKept = above;
        double belowCut = 0;
        for (Example example : order) {
            double balanced = aboveKept / Math.max(1, above) + belowCut / Math.max(1, below);
            if (balanced > best) {
                best = balanced;
                at = example.score();
            }
            aboveKept -= example.above() ? 1 : 0;
            belowCut += example.above() ? 0 : 1;
        }
        return at;
    }
}
