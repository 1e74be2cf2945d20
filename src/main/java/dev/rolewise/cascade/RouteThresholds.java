package dev.rolewise.cascade;

import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.Tier;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one tier ends and the next begins.
 *
 * @param localBelow below this complexity a well covered question needs no model, 0 to 1
 * @param strongFrom from this complexity on the strong tier answers, at least {@code localBelow}; above 1 for never
 * @param wellCovered from this coverage margin on a question is well covered
 */
public record RouteThresholds(double localBelow, double strongFrom, double wellCovered) {
    /** Those of a pack whose questions nobody has looked at. */
    public static final RouteThresholds USUAL = new RouteThresholds(0.5, 0.8, 0.1);

    private static final double NEVER = 1.01;

    public RouteThresholds {
        if (!(strongFrom >= localBelow)) {
            throw new IllegalArgumentException("strong begins where local has not ended");
        }
    }

    /** Who answers a question, where everybody is set up. */
    Tier tier(Weighed question) {
        if (question.need() == ModelNeed.NONE) {
            return Tier.LOCAL;
        }
        if (question.complexity() >= strongFrom) {
            return Tier.STRONG;
        }
        return question.need() == ModelNeed.PERHAPS && question.complexity() < localBelow ? Tier.LOCAL : Tier.CHEAP;
    }

    /** How many of the questions that a model is asked go to the strong one, 0 to 1; 0 where none is asked. */
    public double strongShare(Collection<Weighed> questions) {
        long strong = questions.stream().filter(q -> tier(q) == Tier.STRONG).count();
        long cheap = questions.stream().filter(q -> tier(q) == Tier.CHEAP).count();
        return strong + cheap == 0 ? 0 : strong / (double) (strong + cheap);
    }

    /**
     * Those that send to the strong tier, of such questions as a model is asked, a share as near to the wished one as there
     * is.
     *
     * @param questions like those that members ask; none for the middle of the scale
     * @param strongShare 0 to 1
     */
    public static RouteThresholds forShare(Collection<Weighed> questions, double strongShare) {
        return USUAL.fitted(questions, strongShare);
    }

    /** The same with the strong tier from where {@link #forShare} has it for these. */
    RouteThresholds fitted(Collection<Weighed> questions, double strongShare) {
        if (strongShare <= 0) {
            return strongFrom(NEVER);
        }
        List<RouteThresholds> candidates = Stream.concat(
                        Stream.of(NEVER),
                        questions.stream()
                                .filter(q -> q.need() != ModelNeed.NONE)
                                .map(Weighed::complexity)
                                .distinct())
                .map(this::strongFrom)
                .toList();
        return candidates.size() == 1
                ? strongFrom(1 - strongShare)
                : candidates.stream()
                        .min(Comparator.comparingDouble(t -> Math.abs(t.strongShare(questions) - strongShare)))
                        .orElseThrow();
    }

    /** The same with the strong tier from there on, and the local one no further. */
    RouteThresholds strongFrom(double complexity) {
        return new RouteThresholds(Math.min(localBelow, complexity), complexity, wellCovered);
    }
}
