package dev.rolewise.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks a text into lines: at spaces, after a hyphen or slash, and within a word only where it is wider than a line. */
final class LineBreaker {
    /** After a space, and after a hyphen, slash or dash between two other characters. */
    private static final Pattern CHANCES = Pattern.compile("(?<= )|(?<=[^ ][-/–—])(?=[^ ])");

    private final Typeface typeface;

    LineBreaker(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * @param text as {@link Printable} gives it
     * @param width of a line, in pixels
     */
    List<String> lines(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : CHANCES.split(text)) {
            if (!line.isEmpty() && !fits(line + piece, style, width)) {
                lines.add(line.strip());
                line = "";
            }
            line += piece;
            while (!fits(line, style, width)) {
                int cut = longestStart(line, style, width);
                lines.add(hyphenated(line, cut));
                line = line.substring(cut);
            }
        }
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
        return lines;
    }

    private boolean fits(String line, TextStyle style, double width) {
        return typeface.width(line.stripTrailing(), style) <= width;
    }

    /** How many characters of a word fit with a hyphen; at least one, so that it ends. */
    private int longestStart(String word, TextStyle style, double width) {
        int cut = word.offsetByCodePoints(0, 1);
        while (cut < word.length()) {
            int next = word.offsetByCodePoints(cut, 1);
            if (!fits(word.substring(0, next) + "-", style, width)) {
                break;
            }
            cut = next;
        }
        return cut;
    }

    private static String hyphenated(String word, int cut) {
        boolean letters = Character.isLetter(word.codePointBefore(cut))
                && cut < word.length()
                && Character.isLetter(word.codePointAt(cut));
        return word.substring(0, cut) + (letters ? "-" : "");
    }
}
