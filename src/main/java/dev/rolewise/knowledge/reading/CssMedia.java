package dev.rolewise.knowledge.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which media queries (Media Queries 4) are true of a light screen of 1280 by 720 pixels. */
final class CssMedia {
    private static final Pattern TYPE = Pattern.compile("(?:only\\s+)?(?:all|screen)");
    private static final Pattern WIDTH =
            Pattern.compile("\\(\\s*(min|max)-(?:device-)?(width|height)\\s*:\\s*([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\(\\s*(width|height)\\s*(<|>)=?\\s*([^)]*)\\)");
    private static final Pattern TRUE =
            Pattern.compile("\\(\\s*(?:prefers-color-scheme\\s*:\\s*light|prefers-reduced-motion\\s*:\\s*no-preference"
                    + "|hover(?:\\s*:\\s*hover)?|any-hover(?:\\s*:\\s*hover)?|pointer(?:\\s*:\\s*fine)?|any-pointer(?:\\s*:\\s*fine)?|color|scripting(?:\\s*:\\s*enabled)?"
                    + "|orientation\\s*:\\s*landscape|display-mode\\s*:\\s*browser|update(?:\\s*:\\s*fast)?)\\s*\\)");

    private CssMedia() {}

    /** One of several queries is enough; an empty one is always true. */
    static boolean isTrue(String queries) {
        return queries.isBlank()
                || CssText.split(CssText.lower(queries), ',').stream().anyMatch(CssMedia::one);
    }

    private static boolean one(String query) {
        boolean not = query.startsWith("not ") || query.startsWith("not(");
        String rest = not ? query.substring(3).strip() : query;
        for (String condition : rest.split("\\s+and\\s+", -1)) {
            if (!condition(condition.strip())) {
                return not;
            }
        }
        return !not;
    }

    private static boolean condition(String condition) {
        if (TYPE.matcher(condition).matches() || TRUE.matcher(condition).matches()) {
            return true;
        }
        Matcher width = WIDTH.matcher(condition);
        if (width.matches()) {
            return compares(width.group(2), width.group(1).equals("min"), width.group(3));
        }
        Matcher range = RANGE.matcher(condition);
        return range.matches() && compares(range.group(1), range.group(2).equals(">"), range.group(3));
    }

    private static boolean compares(String side, boolean atLeast, String limit) {
        double has = side.equals("width") ? CssLength.SCREEN_WIDTH : CssLength.SCREEN_HEIGHT;
        double pixels = CssLength.pixels(limit, CssLength.ROOT_SIZE, 0).orElse(Double.NaN);
        return atLeast ? has >= pixels : has <= pixels;
    }
}
