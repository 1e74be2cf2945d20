package dev.rolewise.cache;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one form of all ways to type the same question: other letter case, white space, quotation marks, end punctuation, and
 * filler at either end.
 *
 * <p>Conservative: where a sign may change the meaning, it stays. Words, digits, signs such as {@code + - / = < > % $ # @},
 * arrows and brackets stay. A comma, colon, semicolon or full stop after a word in the middle stays too, as one uniform
 * mark: {@code "No, AI engineers need maths?"} is not {@code "No AI engineers need maths?"}. Only at the very end does it go.
 */
public final class TextNormalizer {
    /** What ends a clause, each written as this one token. */
    static final String MARK = ",";

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE0E\\uFE0F]");
    /** Superscripts, fractions, circled digits: NFKC would make "10²" and "102" one. */
    private static final Pattern ODD_NUMBER = Pattern.compile("[\\p{No}]+");

    private static final Pattern SINGLE_QUOTE = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u00B4]");
    private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\\u201C-\\u201F\\u00AB\\u00BB]");
    private static final Pattern HYPHEN = Pattern.compile("[\\u2010-\\u2013\\u2212]");

    private static final String OPENING = "\"'\u00BF\u00A1";
    private static final String QUOTES = "\"'";
    private static final String MARKS = ".,;:!?";

    private TextNormalizer() {}

    /** The normal form; equal for two texts only if they ask the same. Empty only for a text of nothing but marks. */
    public static String normalize(String text) {
        return normalize(text, RoleNames.NONE);
    }

    /** The same, with each name of a role in one form too. */
    public static String normalize(String text, RoleNames names) {
        boolean ascii = isAscii(text);
        String plain = ascii ? text : INVISIBLE.matcher(unify(text)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT);
        List<String> tokens = tokens(ascii ? lower : Filler.apart(lower));
        return String.join(" ", names.folded(Filler.strip(tokens)));
    }

    /** Whether nothing in it can be written in another way: no work for {@link #unify}. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String unify(String text) {
        String quoted =
                DOUBLE_QUOTE.matcher(SINGLE_QUOTE.matcher(text).replaceAll("'")).replaceAll("\"");
        StringBuilder unified = new StringBuilder(quoted.length());
        Matcher odd = ODD_NUMBER.matcher(quoted);
        int from = 0;
        while (odd.find()) {
            unified.append(compatible(quoted.substring(from, odd.start()))).append(odd.group());
            from = odd.end();
        }
        unified.append(compatible(quoted.substring(from)));
        return HYPHEN.matcher(unified).replaceAll("-");
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isBlank(text.charAt(i))) {
                if (i > start) {
                    addToken(tokens, text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return tokens;
    }

    /** White space of any kind, and control characters. */
    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c);
    }

    private static void addToken(List<String> tokens, String typed) {
        if (Filler.isFace(typed)) {
            tokens.add(typed);
            return;
        }
        int start = 0;
        while (start < typed.length() && OPENING.indexOf(typed.charAt(start)) >= 0) {
            start++;
        }
        int end = typed.length();
        while (end > start && ends(typed, end - 1)) {
            end--;
        }
        if (end > start) {
            tokens.add(typed.substring(start, end));
        }
        if (isMarked(typed, end) && !endsWithMark(tokens)) {
            tokens.add(MARK);
        }
    }

    private static boolean isMarked(String typed, int from) {
        for (int i = from; i < typed.length(); i++) {
            if (MARKS.indexOf(typed.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether that sign closes a word: a mark, or a quotation mark that does not stand for inches or feet. */
    private static boolean ends(String typed, int at) {
        char sign = typed.charAt(at);
        boolean measure = at > 0 && Character.isDigit(typed.charAt(at - 1));
        return MARKS.indexOf(sign) >= 0 || (QUOTES.indexOf(sign) >= 0 && !measure);
    }

    private static boolean endsWithMark(List<String> tokens) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals(MARK);
    }
}
