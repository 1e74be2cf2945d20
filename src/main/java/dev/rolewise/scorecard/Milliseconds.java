package dev.rolewise.scorecard;

import java.util.List;

/** How long single things took. */
record Milliseconds(List<Double> each) {
    Milliseconds {
        each = List.copyOf(each);
    }

    /** Not a number where nothing was timed. */
    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    /** The smallest that at least this share does not exceed. */
    private double at(double share) {
        List<Double> sorted = each.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }
}
