package dev.rolewise.console;

import dev.rolewise.command.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A file as a terminal shows it: its content where that is text, else what it is. */
final class FileText {
    private static final AttributedStyle QUIET = AttributedStyle.DEFAULT.faint();
    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 2_000;
    private static final int BYTES_A_KIB = 1 << 10;

    private FileText() {}

    /** Content is not wrapped, so that it can be copied. */
    static List<AttributedString> lines(Attachment file) {
        byte[] bytes = file.bytes();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(quiet("[file] " + file.name() + " (" + size(bytes.length) + ")"));
        if (file.mediaType().startsWith("text/")) {
            List<String> text = Clean.text(new String(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            text.stream().limit(MOST_LINES).map(FileText::cut).forEach(lines::add);
            if (text.size() > MOST_LINES) {
                lines.add(quiet("… and " + (text.size() - MOST_LINES) + " more lines"));
            }
        }
        return lines;
    }

    private static AttributedString cut(String line) {
        return new AttributedString(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    private static AttributedString quiet(String text) {
        return new AttributedString(Clean.text(text), QUIET);
    }

    private static String size(int bytes) {
        return bytes < BYTES_A_KIB
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f KiB", bytes / (double) BYTES_A_KIB);
    }
}
