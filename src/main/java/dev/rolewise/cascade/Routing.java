package dev.rolewise.cascade;

import java.util.Optional;

/**
 * What routing goes by.
 *
 * @param thresholds where one tier ends and the next begins
 * @param learned what ratings have taught of questions, if anything
 */
public record Routing(RouteThresholds thresholds, Optional<LearnedGain> learned) {
    /** Thresholds alone. */
    public static Routing by(RouteThresholds thresholds) {
        return new Routing(thresholds, Optional.empty());
    }
}
