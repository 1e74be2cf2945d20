package dev.rolewise.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Breaks a styled text into lines between words; a word that is wider than a line stays whole. */
final class WordWrap {
    private WordWrap() {}

    static List<AttributedString> wrap(AttributedString text, int width, String first, String rest) {
        List<AttributedString> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || text.charAt(end) == '\n') {
                paragraph(text.subSequence(start, end), width, lines.isEmpty() ? first : rest, rest, lines);
                start = end + 1;
            }
        }
        return lines;
    }

    private static void paragraph(
            AttributedString text, int width, String first, String rest, List<AttributedString> lines) {
        AttributedStringBuilder line = new AttributedStringBuilder().append(first);
        boolean empty = true;
        for (AttributedString word : words(text)) {
            if (!empty && line.columnLength() + 1 + word.columnLength() > width) {
                lines.add(line.toAttributedString());
                line = new AttributedStringBuilder().append(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toAttributedString());
    }

    private static List<AttributedString> words(AttributedString text) {
        List<AttributedString> words = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || text.charAt(end) == ' ') {
                if (end > start) {
                    words.add(text.subSequence(start, end));
                }
                start = end + 1;
            }
        }
        return words;
    }
}
