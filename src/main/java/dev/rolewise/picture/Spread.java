package dev.rolewise.picture;

/** Moves marks apart that would cover each other. */
final class Spread {
    private Spread() {}

    /**
     * Moves values apart as little as that takes; those that were the same end up side by side around where they were.
     *
     * @param sorted ascending, each from 0 to 1
     * @param distance the least between two
     * @return values in the same order; those at an end may go beyond 0 or 1 by half the distance
     */
    static double[] apart(double[] sorted, double distance) {
        double[] places = sorted.clone();
        for (int pass = 0; pass < sorted.length * sorted.length; pass++) {
            for (int i = 1; i < places.length; i++) {
                double missing = distance - (places[i] - places[i - 1]);
                if (missing > 0) {
                    places[i] += missing / 2;
                    places[i - 1] -= missing / 2;
                }
            }
        }
        within(places, distance);
        return places;
    }

    /** Moves those that stand too far beyond an end back, and their neighbours with them. */
    private static void within(double[] places, double distance) {
        double most = 1 + distance / 2;
        for (int i = places.length - 1; i >= 0; i--, most -= distance) {
            places[i] = Math.min(places[i], most);
        }
        double least = -distance / 2;
        for (int i = 0; i < places.length; i++, least += distance) {
            places[i] = Math.max(places[i], least);
        }
    }
}
