package dev.rolewise.scorecard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long things took. Not thread-safe. */
final class Timings {
    private static final double NANOS_PER_MS = 1e6;

    private final LongSupplier nanos;
    private final List<Double> ms = new ArrayList<>();

    /** {@code nanos} counts up, as {@link System#nanoTime} does. */
    Timings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    <T> T take(Supplier<T> work) {
        long from = nanos.getAsLong();
        T result = work.get();
        ms.add((nanos.getAsLong() - from) / NANOS_PER_MS);
        return result;
    }

    /** The time in milliseconds that this share of what was timed did not exceed, 0 to 1; NaN where nothing was. */
    double quantile(double share) {
        List<Double> sorted = new ArrayList<>(ms);
        Collections.sort(sorted);
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, place));
    }
}
