package dev.rolewise.compare;

/** How many slips of the finger lie between two texts: a letter too many, missing, wrong, or swapped with the next. */
final class EditDistance {
    private EditDistance() {}

    /** The optimal string alignment distance (Damerau 1964; no part is edited twice). */
    static int of(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] cost) {
        char one = a.charAt(i - 1);
        char other = b.charAt(j - 1);
        int best = Math.min(1 + Math.min(cost[i - 1][j], cost[i][j - 1]), cost[i - 1][j - 1] + (one == other ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && one == b.charAt(j - 2) && other == a.charAt(i - 2);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
