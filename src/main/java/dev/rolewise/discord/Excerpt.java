package dev.rolewise.discord;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** As much of a text as there is room for, cut where a sentence ends, or else between words or characters. */
final class Excerpt {
    private static final String MORE = " …";

    private Excerpt() {}

    /**
     * The text in its markup, whole or cut; empty where nothing of it fits.
     *
     * @param markup makes Discord's text of plain text; never shorter than a tenth of it
     * @param room in characters of the marked-up text
     */
    static Optional<String> of(String plain, UnaryOperator<String> markup, int room) {
        if (plain.length() <= 10L * Math.max(room, 0)) {
            String whole = markup.apply(plain);
            if (whole.length() <= room) {
                return Optional.of(whole);
            }
        }
        String start = plain.substring(0, Math.min(plain.length(), Math.max(room, 0) + 1));
        return cut(start, BreakIterator.getSentenceInstance(Locale.ENGLISH), markup, room)
                .or(() -> cut(start, BreakIterator.getWordInstance(Locale.ENGLISH), markup, room))
                .or(() -> cut(start, BreakIterator.getCharacterInstance(Locale.ENGLISH), markup, room));
    }

    private static Optional<String> cut(String text, BreakIterator breaks, UnaryOperator<String> markup, int room) {
        breaks.setText(text);
        breaks.last();
        for (int end = breaks.previous(); end > 0; end = breaks.previous()) {
            String kept = text.substring(0, end).stripTrailing();
            String marked = markup.apply(kept) + MORE;
            if (!kept.isEmpty() && marked.length() <= room) {
                return Optional.of(marked);
            }
        }
        return Optional.empty();
    }

    /** At most {@code limit} characters of a single-line text, never half a character. */
    static String label(String text, int limit) {
        String line = text.strip();
        if (line.length() <= limit) {
            return line;
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }
}
