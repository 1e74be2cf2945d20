package dev.rolewise.knowledge.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Plain text: blocks with blank lines between them; a short line alone in its block is the heading of those after it, but of several such the last only. */
final class PlainText {
    private static final Pattern BLOCK_END = Pattern.compile("\\R[ \\t]*\\R");
    private static final Pattern UNDERLINE = Pattern.compile("[-=~_*#]{3,}");

    private PlainText() {}

    static ReadText read(String words, ReadingLimits limits) {
        TextBuilder text = new TextBuilder(limits.characters());
        List<List<String>> blocks = BLOCK_END
                .splitAsStream(words)
                .map(block -> block.lines()
                        .map(String::strip)
                        .filter(line ->
                                !line.isEmpty() && !UNDERLINE.matcher(line).matches())
                        .toList())
                .filter(block -> !block.isEmpty())
                .toList();
        for (int i = 0; i < blocks.size(); i++) {
            List<String> block = blocks.get(i);
            boolean last = i == blocks.size() - 1;
            if (!last && looksLikeHeading(block) && (i == 0 || !looksLikeHeading(blocks.get(i + 1)))) {
                text.heading(i == 0 ? 1 : 2, block.get(0));
            } else {
                WrappedLines.paragraphs(block).forEach(text::paragraph);
            }
        }
        return text.build("text", 0);
    }

    private static boolean looksLikeHeading(List<String> block) {
        return block.size() == 1 && WrappedLines.isHeading(block.get(0));
    }
}
