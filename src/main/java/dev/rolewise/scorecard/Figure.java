package dev.rolewise.scorecard;

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

    /** The bounds of 95% of the bootstrap samples. */
    public record Interval(double low, double high) {}

    /**
     * Somebody else's number, or that of a simpler way.
     *
     * @param name of the way
     * @param source where it was published, or on what it was measured here
     * @param published whether it was published elsewhere; else it is a baseline of ours
     */
    public record Rival(
            String name, double value, Optional<Interval> interval, String source, boolean published) {
        /** A figure that others published, typed from {@code source}. */
        public static Rival published(String name, double value, String source) {
            return new Rival(name, value, Optional.empty(), source, true);
        }

        /** What a simpler way gets on the very items that the figure was measured on. */
        public static Rival baseline(String name, double value, Optional<Interval> interval) {
            return new Rival(name, value, interval, "measured here on the same items", false);
        }
    }

    public Figure {
        rivals = List.copyOf(rivals);
    }

    /** A figure without an interval that stands alone. */
    public static Figure of(String name, String label, Unit unit, double value) {
        return new Figure(name, label, unit, value, Optional.empty(), List.of());
    }

    /** The mean of {@code items} with its bootstrap interval. */
    public static Figure mean(String name, String label, double[] items) {
        double mean = Bootstrap.mean(items);
        return new Figure(name, label, Unit.SHARE, mean, Bootstrap.ofMean(items), List.of());
    }

    /** The same with that interval. */
    public Figure within(Interval interval) {
        return new Figure(name, label, unit, value, Optional.of(interval), rivals);
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
