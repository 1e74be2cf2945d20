package dev.rolewise.console;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Splits a line for completion: the command's name and all the rest, or the last {@code --option}; a line without a slash
 * is one word. So a suggestion replaces what it completes, however many words that has.
 */
final class LineParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        String typed = line.substring(0, cursor);
        int start = start(typed);
        String before = typed.substring(0, start).strip();
        List<String> words = before.isEmpty() ? List.of(typed) : List.of(before, typed.substring(start));
        return new Line(words, line, cursor);
    }

    private static int start(String typed) {
        int space = typed.indexOf(' ');
        if (!typed.startsWith("/") || space < 0) {
            return 0;
        }
        int option = typed.lastIndexOf(" --");
        return option >= 0 && typed.indexOf(' ', option + 1) < 0 ? option + 1 : space + 1;
    }

    /** A line up to its cursor, the last word being the one to complete. */
    private record Line(List<String> words, String line, int cursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return words.get(words.size() - 1);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
