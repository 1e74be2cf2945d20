package dev.rolewise.app.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The name that takes the fewest edits, whole or from its last dot on; the first of equals. */
    static String to(String typed, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> edits(typed, name)))
                .orElseThrow(() -> new IllegalArgumentException("no names to choose from"));
    }

    private static int edits(String typed, String name) {
        int whole = 2 * distance(typed, name);
        int last = 2 * distance(typed.substring(typed.lastIndexOf('.') + 1), name.substring(name.lastIndexOf('.') + 1));
        return Math.min(whole, last + 1);
    }

    /** Levenshtein's distance: insertions, deletions and replacements of one character. */
    static int distance(String a, String b) {
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
