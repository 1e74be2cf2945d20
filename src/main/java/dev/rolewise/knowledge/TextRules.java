package dev.rolewise.knowledge;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Which characters a text of a pack may hold: what a reader can see, and plain spaces. */
final class TextRules {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextRules() {}

    /** Index of the first character that cannot be seen. */
    static OptionalInt firstInvisible(String text) {
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean insideEmoji = point == ZERO_WIDTH_JOINER && before > 0x2000;
            if (invisible(point) && !insideEmoji) {
                return OptionalInt.of(i);
            }
            before = point;
            i += Character.charCount(point);
        }
        return OptionalInt.empty();
    }

    /** What is wrong with a text, if it holds a character that cannot be seen. */
    static Optional<String> problem(String text) {
        OptionalInt at = firstInvisible(text);
        return at.isEmpty() ? Optional.empty() : Optional.of(problem(text.codePointAt(at.getAsInt())));
    }

    /** {@code holds the invisible character U+200B}. */
    static String problem(int point) {
        String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
        return "holds the invisible character U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> false;
        };
    }
}
