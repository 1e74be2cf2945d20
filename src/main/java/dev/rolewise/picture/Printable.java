package dev.rolewise.picture;

import java.text.Normalizer;

/** Turns any text into one line that the font can show. */
final class Printable {
    /** Stands for a character that the font does not have. */
    private static final String MISSING = "□";

    private static final char NO_BREAK = '\u00a0';

    private final Typeface typeface;

    Printable(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * White space becomes one space, but for the space at which no line breaks; what is unseen (control and format characters, marks without a letter, halves of
     * surrogates) goes; what the font does not have becomes a box.
     */
    String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(shown, c));
        return shown.toString().strip();
    }

    private void append(StringBuilder shown, int c) {
        if (c == NO_BREAK && typeface.shows(c)) {
            shown.append(NO_BREAK);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!shown.isEmpty() && shown.charAt(shown.length() - 1) != ' ') {
                shown.append(' ');
            }
        } else if (!unseen(c)) {
            shown.append(typeface.shows(c) ? Character.toString(c) : MISSING);
        }
    }

    private static boolean unseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
