package dev.rolewise.knowledge.reading;

import java.util.regex.Pattern;

/** Plain text: paragraphs with blank lines between them. */
final class PlainText {
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R[ \\t]*\\R");

    private PlainText() {}

    static ReadText read(String words, ReadingLimits limits) {
        TextBuilder text = new TextBuilder(limits.characters());
        PARAGRAPH_END.splitAsStream(words).forEach(text::paragraph);
        return text.build("text", 0);
    }
}
