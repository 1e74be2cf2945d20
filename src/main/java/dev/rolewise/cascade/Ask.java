package dev.rolewise.cascade;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a message the sentence that asks: stories around it say little about how hard it is to answer. */
final class Ask {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!:;])\\s+|\\n+");
    private static final int MIN_WORDS = 4;

    private Ask() {}

    /** The last question, or the last sentence; with the one before it where it is very short. */
    static String of(String text) {
        List<String> sentences = Stream.of(SENTENCE.split(text))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        if (sentences.isEmpty()) {
            return text.strip();
        }
        int last = sentences.size() - 1;
        for (int i = last; i >= 0; i--) {
            if (sentences.get(i).endsWith("?")) {
                last = i;
                break;
            }
        }
        boolean brief = sentences.get(last).split("\\s+").length < MIN_WORDS && last > 0;
        return brief ? sentences.get(last - 1) + " " + sentences.get(last) : sentences.get(last);
    }
}
