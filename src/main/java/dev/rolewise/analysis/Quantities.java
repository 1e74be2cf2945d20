package dev.rolewise.analysis;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers in a text. */
public final class Quantities {
    private static final Pattern QUANTITY =
            Pattern.compile("\\$?\\d[\\d,.]*\\d?\\s?(?:%|k\\b|m\\b|ms\\b|million|billion|thousand)?");

    private Quantities() {}

    /** The numbers with their units in lower case, in order, without spaces and thousands separators. */
    public static List<String> of(String text) {
        return QUANTITY.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .map(quantity -> quantity.replaceAll("[\\s,]|\\.\\s*$", ""))
                .toList();
    }
}
