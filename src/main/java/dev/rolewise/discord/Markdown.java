package dev.rolewise.discord;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text as Discord's Markdown shows it letter by letter: nothing is emphasised, quoted, listed, linked or mentioned. */
final class Markdown {
    private static final String SPECIAL = "\\*_~|`<[";
    private static final Pattern EVERYBODY = Pattern.compile("@(?=everyone|here)");
    private static final String ZERO_WIDTH_SPACE = "\u200b";

    /** What Discord takes for a heading, small text, a quote or a list at the start of a line. */
    private static final Pattern LINE_START = Pattern.compile("^(\\s*)(?:([#>+-])|(\\d+)([.)]))");

    /** Addresses stay as they are, since a backslash would become part of them; only characters with no meaning here. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?(?:[/?#][A-Za-z0-9._/%?&=#+;:-]*)?");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n]]");

    private Markdown() {}

    /** Keeps line breaks, and leaves out lines with nothing on them. */
    static String escape(String plain) {
        return cleaned(plain)
                .lines()
                .map(Markdown::escapeLine)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** On one line, for a label or heading. */
    static String escapeToOneLine(String plain) {
        return escapeLine(cleaned(plain).replace('\n', ' '));
    }

    /** Whether the text shows nothing: only spaces, control characters and characters of no width. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static String cleaned(String plain) {
        String lines = plain.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
        return CONTROL.matcher(lines).replaceAll(" ");
    }

    private static String escapeLine(String line) {
        String text = isBlank(line) ? "" : line.strip();
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        Matcher address = ADDRESS.matcher(text);
        int at = 0;
        while (address.find()) {
            escapeInto(escaped, text.substring(at, address.start()));
            escaped.append(address.group());
            at = address.end();
        }
        escapeInto(escaped, text.substring(at));
        return EVERYBODY.matcher(defuseStart(escaped.toString())).replaceAll("@" + ZERO_WIDTH_SPACE);
    }

    private static void escapeInto(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    private static String defuseStart(String line) {
        return LINE_START
                .matcher(line)
                .replaceFirst(m -> Matcher.quoteReplacement(
                        m.group(2) != null
                                ? m.group(1) + "\\" + m.group(2)
                                : m.group(1) + m.group(3) + "\\" + m.group(4)));
    }
}
