package dev.rolewise.scorecard;

import dev.rolewise.learning.Bootstrap;
import dev.rolewise.learning.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A measured number, with how sure it is and what it stands beside.
 *
 * @param name in JSON
 * @param label for people
 * @param unit of the value and of everything beside it
 * @param value not a number where there was nothing to measure
 * @param interval that 95% of the bootstrap samples lie in, where the figure is made of items
 * @param rivals published figures and baselines on the same or a like set
 */
public record Figure(
        String name, String label, Unit unit, double value, Optional<Interval> interval, List<Rival> rivals) {

    /** What a number counts. */
    public enum Unit {
        /** A share or a measure between 0 and 1. */
        SHARE,
        MILLISECONDS,
        SECONDS,
        BYTES,
        CHARACTERS,
        COUNT
    }

    /**
     * Somebody else's number, or that of a simpler way.
     *
     * @param name of the way
     * @param source where it was published, or on what it was measured here
     * @param published whether it was published elsewhere; else it is a baseline of ours
     */
    public record Rival(String name, double value, Optional<Interval> interval, String source, boolean published) {
        private static final String HERE = "measured here on the same items";

        /** A figure that others published, typed from {@code source}. */
        public static Rival published(String name, double value, String source) {
            return new Rival(name, value, Optional.empty(), source, true);
        }

        /** What a simpler way gets on the very items that the figure was measured on. */
        public static Rival baseline(String name, Interval interval) {
            return new Rival(name, interval.figure(), known(interval), HERE, false);
        }

        /** The same, of a way that was measured as a figure. */
        public static Rival baseline(String name, Figure figure) {
            return new Rival(name, figure.value(), figure.interval(), HERE, false);
        }
    }

    public Figure {
        rivals = List.copyOf(rivals);
    }

    /** A figure without an interval that stands alone. */
    public static Figure of(String name, String label, Unit unit, double value) {
        return new Figure(name, label, unit, value, Optional.empty(), List.of());
    }

    /** A share with its interval. */
    public static Figure share(String name, String label, Interval interval) {
        return new Figure(name, label, Unit.SHARE, interval.figure(), known(interval), List.of());
    }

    /** The mean of {@code items} with its bootstrap interval. */
    public static Figure mean(String name, String label, List<Double> items) {
        return share(name, label, Bootstrap.interval(items, Figure::mean));
    }

    private static double mean(List<Double> items) {
        return items.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
    }

    private static Optional<Interval> known(Interval interval) {
        return Optional.of(interval).filter(i -> !Double.isNaN(i.low()));
    }

    /** The same with these beside it as well. */
    public Figure beside(Rival... more) {
        return new Figure(
                name,
                label,
                unit,
                value,
                interval,
                Stream.concat(rivals.stream(), Stream.of(more)).toList());
    }
}
