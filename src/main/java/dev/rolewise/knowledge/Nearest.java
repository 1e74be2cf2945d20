package dev.rolewise.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one most resembles. */
public final class Nearest {
    private Nearest() {}

    /** {@code did you mean "tools"?}, or {@code use one of: tools, skills}. */
    static String advice(String written, Collection<String> known) {
        return to(written, known)
                .map(k -> "did you mean \"" + k + "\"?")
                .orElseGet(() -> "use one of: " + String.join(", ", known));
    }

    /** The one that it was likely meant to be; empty where it resembles none. */
    public static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(written, k) <= Math.max(2, k.length() / 3))
                .min(Comparator.comparingInt(k -> distance(written, k)));
    }

    /** Levenshtein's distance, blind to case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
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
