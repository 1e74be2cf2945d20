package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declarations of a style sheet after which nobody sees the text of an element. */
final class HidingStyle {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-f]{1,6})\\s?|(.))", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile(
            "display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\\.0\\d*)?%?(?:;|$)|clip(?:-path)?:(?:rect\\(0|inset\\(100)"
                    + "|(?:^|;)(?:max-)?(?:width|height):0(?:px|;|$)"
                    + "|transform:[^;]{0,200}?scale(?:x|y|3d)?\\(0?(?:\\.0\\d*)?[,)]|(?:^|;)scale:0?(?:\\.0\\d*)?(?:;|$)");

    /** Of red, green and blue each at least 240 of 255, or all of it see-through. */
    private static final Pattern PALE =
            Pattern.compile("(?:^|;)(?:-webkit-text-fill-)?color:(?:white|transparent|snow|ivory"
                    + "|ghostwhite|floralwhite|mintcream|azure|aliceblue|honeydew"
                    + "|#fff[0-9a-f]?(?:;|$)|#(?:f[0-9a-f]){3}|#[0-9a-f]{3}0(?:;|$)|#[0-9a-f]{6}0[0-9a-f]"
                    + "|rgba?\\((?:2(?:4\\d|5[0-5])(?:\\.\\d+)?,?){3}|rgba?\\((?:(?:100|9[4-9])(?:\\.\\d+)?%,?){3}"
                    + "|hsla?\\([^,)]*,[^,)]*,(?:100|9[5-9])(?:\\.\\d+)?%|hsla?\\([^,)]*%(?:100|9[5-9])(?:\\.\\d+)?%"
                    + "|(?:rgb|hsl)a?\\((?:(?:[^,)]*,){3}|[^/)]*/)0?(?:\\.0\\d*)?%?\\))");

    private static final Pattern TINY =
            Pattern.compile("font-size:(?:0|0?\\.\\d+|1(?:\\.\\d+)?)(?:px|pt|em|rem|%|;|$)");
    private static final Pattern SMALL_EM = Pattern.compile("font-size:1(?:\\.\\d+)?r?em");

    /** Far in any unit: a page that is set a little out of its margins stays. */
    private static final Pattern OFF_PAGE = Pattern.compile(
            "(?:left|right|top|bottom|text-indent|margin-left|margin-top):-(?:\\d{3,}|\\d{2,}(?:\\.\\d+)?(?:em|rem|ch)"
                    + "|[6-9]\\d(?:\\.\\d+)?(?:vw|vh))"
                    + "|(?:translate(?:x|y|3d)?\\(|translate:)[^;)]{0,100}?-(?:\\d{4,}|\\d{3,}(?:em|rem|vw|vh))");

    private HidingStyle() {}

    /** Why they hide it; empty where they do not. */
    static Optional<Hidden> of(String declarations) {
        if (declarations.isBlank()) {
            return Optional.empty();
        }
        String style = plain(declarations);
        if (INVISIBLE.matcher(style).find()) {
            return Optional.of(Hidden.INVISIBLE);
        }
        if (PALE.matcher(style).find()) {
            return Optional.of(Hidden.PALE);
        }
        if (TINY.matcher(style).find() && !SMALL_EM.matcher(style).find()) {
            return Optional.of(Hidden.TINY);
        }
        return OFF_PAGE.matcher(style).find() ? Optional.of(Hidden.OFF_PAGE) : Optional.empty();
    }

    /** Small letters without comments, escapes, blanks and what makes them important. */
    private static String plain(String declarations) {
        String words = COMMENT.matcher(declarations.toLowerCase(Locale.ROOT)).replaceAll("");
        return ESCAPE.matcher(words)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) == null ? match.group(2) : letter(Integer.parseInt(match.group(1), 16))))
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+|!important", "");
    }

    private static String letter(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }
}
