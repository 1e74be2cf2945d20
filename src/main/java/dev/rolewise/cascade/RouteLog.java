package dev.rolewise.cascade;

import java.time.Instant;
import java.util.List;

/** The record of how questions were routed, for {@link Calibration}. Thread-safe. */
public interface RouteLog {
    /**
     * Keeps how an answer came about, in the place of what was kept under its id. Returns at once: it is written later, and
     * where that fails it is left out.
     */
    void record(RoutedAnswer answer);

    /**
     * What was kept from {@code since} on.
     *
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    Routes since(Instant since);

    /**
     * How questions were routed, and how their answers were rated.
     *
     * @param all rated or not
     * @param judged those whose answers were rated
     * @param members how many have rated
     */
    record Routes(List<RoutedAnswer> all, List<Judged> judged, int members) {
        /** Nothing was kept. */
        public static final Routes NONE = new Routes(List.of(), List.of(), 0);

        public Routes {
            all = List.copyOf(all);
            judged = List.copyOf(judged);
        }
    }

    /**
     * An answer that members rated.
     *
     * @param helpful how many pressed 👍
     * @param unhelpful how many pressed 👎; one of both is above 0
     */
    record Judged(RoutedAnswer answer, int helpful, int unhelpful) {
        /** The share that found it helpful, 0 to 1. */
        public double share() {
            return helpful / (double) (helpful + unhelpful);
        }
    }
}
