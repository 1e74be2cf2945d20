package dev.rolewise.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the command name that was probably meant. */
final class NearestName {
    private static final int FARTHEST = 2;

    private NearestName() {}

    static Optional<String> of(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> near(typed, name))
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    private static boolean near(String typed, String name) {
        boolean begins = !typed.isEmpty() && name.startsWith(typed);
        return begins || (typed.length() <= name.length() + FARTHEST && distance(typed, name) <= FARTHEST);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
