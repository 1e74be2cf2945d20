package dev.rolewise.scorecard;

import java.util.Arrays;

/** How long single things took. */
@SuppressWarnings("ArrayRecordComponent")
record Milliseconds(double[] each) {
    /** Not a number where nothing was timed. */
    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    /** The smallest that at least this share does not exceed. */
    private double at(double share) {
        double[] sorted = each.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
