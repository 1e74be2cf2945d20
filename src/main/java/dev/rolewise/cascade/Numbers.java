package dev.rolewise.cascade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in an English text, in digits or in words, as plain decimals. All methods take any text. */
final class Numbers {
    private static final String SCALE = "hundred|thousand|million|billion";
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    /** Digits that are no part of a name such as {@code GPT-4} or {@code s3}; or a word; each with a scale. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}.,])(?<![\\p{L}]-)(?:(?<digits>\\d{1,3}(?:,\\d{3})++|\\d{1,15}+)"
                    + "(?<fraction>\\.\\d{1,9}+)?(?:\\s?(?<unit>[km])\\b)?|(?<word>"
                    + String.join("|", WORDS.keySet()) + "|an?(?= (?:" + SCALE + ")\\b))(?![\\p{L}]))(?:[\\s-](?<scale>"
                    + SCALE
                    + ")s?\\b)?(?:[\\s-](?<scale2>thousand|million)\\b)?");

    private Numbers() {}

    /** The numbers in order, without signs of currency and units: {@code $300k} is {@code 300000}. */
    static List<String> of(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            found.add(value(matcher));
        }
        return found;
    }

    /** Whether a word is one that {@link #of} reads as a number, or digits. */
    static boolean isNumber(String word) {
        return WORDS.containsKey(word)
                || SCALE.contains(word)
                || Character.isDigit(word.charAt(0))
                || word.startsWith("$");
    }

    private static String value(Matcher m) {
        BigDecimal value;
        if (m.group("digits") != null) {
            String fraction = m.group("fraction") == null ? "" : m.group("fraction");
            value = new BigDecimal(m.group("digits").replace(",", "") + fraction);
        } else {
            value = BigDecimal.valueOf(WORDS.getOrDefault(m.group("word"), 1));
        }
        value = value.multiply(factor(m.group("unit")))
                .multiply(factor(m.group("scale")))
                .multiply(factor(m.group("scale2")));
        return value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal factor(@org.jspecify.annotations.Nullable String scale) {
        if (scale == null) {
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(
                switch (scale) {
                    case "hundred" -> 100L;
                    case "k", "thousand" -> 1_000L;
                    case "m", "million" -> 1_000_000L;
                    default -> 1_000_000_000L;
                });
    }
}
