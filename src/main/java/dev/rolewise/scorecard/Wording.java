package dev.rolewise.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a text holds a wording: by letters, whatever its case, apostrophes and spacing. */
final class Wording {
    private static final Pattern SPACES = Pattern.compile("[\\s\\x1c-\\x1f]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ENGINE = Pattern.compile("engine(?!er)");

    /** A rule for a human reader, which no substring can test. */
    private static final String FOR_A_READER = "behaviour: ";

    private Wording() {}

    /** Lower case, straight apostrophes, single spaces; a space at either end stays, it marks a word's edge. */
    static String fold(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
        return SPACES.matcher(plain).replaceAll(" ");
    }

    /** Whether {@code text} holds {@code wording}; "engine" is not found in "engineer". */
    static boolean holds(String text, String wording) {
        String padded = " " + fold(text) + " ";
        String sought = fold(wording);
        return sought.strip().equals("engine") ? ENGINE.matcher(padded).find() : padded.contains(sought);
    }

    /** The first of the forbidden wordings that {@code text} holds, spaces at their ends aside. */
    static Optional<String> firstForbidden(String text, List<String> forbidden) {
        return forbidden.stream()
                .filter(w -> !w.startsWith(FOR_A_READER))
                .filter(w -> !fold(w).isBlank())
                .filter(w -> holds(text, fold(w).strip()))
                .findFirst();
    }
}
