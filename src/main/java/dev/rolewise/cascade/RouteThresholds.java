package dev.rolewise.cascade;

import java.util.List;

/**
 * Where one tier ends and the next begins.
 *
 * @param localBelow below this complexity a well covered question needs no model, 0 to 1
 * @param strongFrom from this complexity on the strong tier answers, at least {@code localBelow}; above 1 for never
 * @param wellCovered from this coverage margin on a question is well covered
 */
public record RouteThresholds(double localBelow, double strongFrom, double wellCovered) {
    private static final double LOCAL_BELOW = 0.5;
    private static final double WELL_COVERED = 0.1;
    private static final double NEVER = 1.01;

    public RouteThresholds {
        if (strongFrom < localBelow) {
            throw new IllegalArgumentException("strong begins where local has not ended");
        }
    }

    /**
     * Those that send the wished share of such questions to the strong tier.
     *
     * @param complexities of questions like those that members ask; empty for the middle of the scale
     * @param strongShare 0 to 1
     */
    public static RouteThresholds forShare(List<Double> complexities, double strongShare) {
        double strong = strongFrom(complexities, strongShare);
        return new RouteThresholds(Math.min(LOCAL_BELOW, strong), strong, WELL_COVERED);
    }

    /** The complexity that the wished share reaches. */
    static double strongFrom(List<Double> complexities, double strongShare) {
        if (strongShare <= 0) {
            return NEVER;
        }
        if (complexities.isEmpty()) {
            return 1 - strongShare;
        }
        List<Double> falling =
                complexities.stream().sorted((a, b) -> Double.compare(b, a)).toList();
        int count = (int) Math.round(strongShare * falling.size());
        if (count == 0) {
            return NEVER;
        }
        return falling.get(Math.min(count, falling.size()) - 1);
    }
}
