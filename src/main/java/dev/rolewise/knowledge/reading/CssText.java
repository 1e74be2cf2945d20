package dev.rolewise.knowledge.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The letters of a style sheet: comments, strings, escapes, and what stands in brackets (CSS Syntax 3). */
final class CssText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))", Pattern.DOTALL);
    private static final String MEANT = "{};,()[]:>+~.#*/\\\"'&";

    private static final Pattern DATA =
            Pattern.compile("data:text/css[^,]{0,100}?(;base64)?,(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private CssText() {}

    /** The sheet that an address holds in itself; empty text for any other. */
    static String ofAddress(String address) {
        Matcher data = DATA.matcher(address.strip());
        if (!data.matches()) {
            return "";
        }
        try {
            String plain = URLDecoder.decode(data.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
            return data.group(1) == null
                    ? plain
                    : new String(Base64.getMimeDecoder().decode(plain), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Without comments, and with what means something elsewhere escaped in strings. */
    static String plain(String css) {
        StringBuilder plain = new StringBuilder(css.length());
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (css.startsWith("/*", at)) {
                int end = css.indexOf("*/", at + 2);
                at = end < 0 ? css.length() : end + 2;
            } else if (css.startsWith("<!--", at) || css.startsWith("-->", at)) {
                at += c == '<' ? 4 : 3;
            } else if (c == '\\' && at + 1 < css.length()) {
                plain.append(c).append(css.charAt(at + 1));
                at += 2;
            } else if (c == '"' || c == '\'') {
                at = string(css, at, plain);
            } else {
                plain.append(c);
                at++;
            }
        }
        return plain.toString();
    }

    /** A line that ends within a string ends the string. */
    private static int string(String css, int start, StringBuilder plain) {
        char quote = css.charAt(start);
        plain.append('"');
        int at = start + 1;
        while (at < css.length() && css.charAt(at) != quote && css.charAt(at) != '\n') {
            char c = css.charAt(at++);
            if (c == '\\' && at < css.length()) {
                plain.append(c).append(css.charAt(at++));
            } else if (MEANT.indexOf(c) >= 0) {
                plain.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                plain.append(c);
            }
        }
        plain.append('"');
        return at + 1;
    }

    /** With escapes as the letters that they stand for. */
    static String unescaped(String written) {
        return written.indexOf('\\') < 0
                ? written
                : ESCAPE.matcher(written)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                match.group(1) == null
                                        ? match.group(2)
                                        : letter(Integer.parseInt(match.group(1), 16))));
    }

    private static String letter(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }

    static String lower(String written) {
        return written.toLowerCase(Locale.ROOT);
    }

    /** The parts between separators that stand in no brackets. */
    static List<String> split(String written, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(written.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(written.substring(from).strip());
        return parts;
    }

    /** Where what is opened at {@code open} is closed; the end where it is not. */
    static int close(String written, int open) {
        char opens = written.charAt(open);
        char closes = opens == '{' ? '}' : opens == '(' ? ')' : ']';
        int depth = 0;
        for (int at = open; at < written.length(); at++) {
            char c = written.charAt(at);
            if (c == '\\') {
                at++;
            } else {
                depth += c == opens ? 1 : c == closes ? -1 : 0;
            }
            if (depth == 0) {
                return at;
            }
        }
        return written.length();
    }
}
