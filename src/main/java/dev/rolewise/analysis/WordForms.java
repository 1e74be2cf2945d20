package dev.rolewise.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** English text without the accidents of its spelling: short forms written out, words without their endings. */
final class WordForms {
    private static final Pattern APOSTROPHE = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u00B4`]");
    private static final Pattern CAN_NOT = Pattern.compile("\\b(?:can't|cant|cannot|can not)\\b");
    private static final Pattern WILL_NOT = Pattern.compile("\\b(?:won't|wont)\\b");
    private static final Pattern NOT_JOINED =
            Pattern.compile("\\b(do|does|did|is|are|was|were|would|should|could|have|has|had|must|need)n'?t\\b");
    private static final Pattern IS_JOINED = Pattern.compile(
            "\\b(what|who|how|where|when|why|it|that|there|here|he|she)(?:'s|s(?=\\s))(?<!\\bhers|\\bits|\\bwhens|\\bwhys)");
    private static final Pattern OTHER_JOINED = Pattern.compile("(?<=\\p{L})'(?:re|ve|d|m|s)\\b|(?<=s)'(?=\\s|$)");
    private static final Pattern WILL_JOINED = Pattern.compile("(?<=\\p{L})'ll\\b");
    private static final Pattern WITHOUT = Pattern.compile("(?<!\\S)w/o\\b");
    private static final Pattern WITH = Pattern.compile("(?<!\\S)w/");
    private static final Pattern BETWEEN = Pattern.compile("(?<!\\S)b/w\\b");
    /** Asks somebody to speak, and nothing yet of the matter. */
    private static final Pattern ASKS_SOMEBODY = Pattern.compile(
            "\\b(?:can|could|would|will) (?:you|u|ya|someone|somebody|anyone|anybody|any of you|one of you)(?: all| guys)? "
                    + "(?:(?:please|pls|kindly|maybe|possibly|perhaps|be so kind as to|be so kind and|be kind enough to|just|mind) ){0,3}"
                    + "(?:tell(?:ing)?|explain(?:ing)?|enlighten|inform|clarify|shar(?:e|ing)|describ(?:e|ing)|elaborate on|help)"
                    + "(?: (?:me|us|to me|to us))?(?: (?:understand|with|out with|figure out|about))?(?= \\p{L})");

    private static final Pattern THEN =
            Pattern.compile("(?<=\\b(?:better|worse|more|less|\\p{L}{2,12}er|more \\p{L}{2,15}) )then\\b");
    private static final Pattern WERE = Pattern.compile("\\bwere(?= (?:do|does|did|is|are|can|should|would)\\b)");
    private static final Pattern APART =
            Pattern.compile("\\b(?:sets?|tell|tells|keeps?) (.{1,40}?) apart(?<from> from)?\\b");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:->|=>|→|➡)\\s*");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern KILO = Pattern.compile("(?<=\\d)\\s?k\\b");
    private static final Pattern INNER = Pattern.compile("(?<=\\p{L})[-\\u2010-\\u2013.](?=\\p{L})");
    /** What is left of "hiring" and "coded", as against "fixing" and "paying". */
    private static final Pattern SILENT_E = Pattern.compile("[^aeiou][aeiou][^aeiouwxy]");

    private static final int SHORT = 4;
    /** Whose stem would be that of another word. */
    private static final Set<String> KEPT = Set.of("state", "states", "plane", "planes");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelve", "12"),
            Map.entry("fifteen", "15"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("fifty", "50"),
            Map.entry("hundred", "100"),
            Map.entry("thousand", "1000"),
            Map.entry("couple", "2"),
            Map.entry("dozen", "12"),
            Map.entry("half", "1/2"),
            Map.entry("twice", "2x"),
            Map.entry("double", "2x"));

    private WordForms() {}

    /** In lower case, with "don't" as "do not", "10k" as "10000", an arrow as "to", hyphens as spaces. */
    static String plain(String text) {
        String plain = APOSTROPHE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("'");
        plain = CAN_NOT.matcher(plain).replaceAll("can not");
        plain = WILL_NOT.matcher(plain).replaceAll("will not");
        plain = NOT_JOINED.matcher(plain).replaceAll("$1 not");
        plain = WILL_JOINED.matcher(plain).replaceAll(" will");
        plain = IS_JOINED.matcher(plain).replaceAll("$1 is");
        plain = OTHER_JOINED.matcher(plain).replaceAll("");
        plain = WITHOUT.matcher(plain).replaceAll("without");
        plain = BETWEEN.matcher(WITH.matcher(plain).replaceAll("with ")).replaceAll("between");
        plain = ASKS_SOMEBODY.matcher(plain).replaceAll(" ");
        plain = WERE.matcher(plain).replaceAll("where");
        plain = APART.matcher(plain).replaceAll(m -> "differ " + m.group(1) + (m.group(2) == null ? "" : " and"));
        plain = arrows(plain);
        plain = KILO.matcher(THOUSANDS.matcher(plain).replaceAll("")).replaceAll("000");
        return INNER.matcher(plain).replaceAll(" ");
    }

    /** "Harder then" as "harder than"; for a text whose slips are mended. */
    static String than(String text) {
        return THEN.matcher(text).replaceAll("than");
    }

    private static String arrows(String text) {
        return ARROW.matcher(text).find() ? "from " + ARROW.matcher(text).replaceAll(" to ") : text;
    }

    /** The digits of a number, in words or not; empty for any other word. */
    static String number(String word) {
        boolean digits = word.chars().anyMatch(Character::isDigit);
        boolean mixed = digits && word.chars().filter(Character::isLetter).count() > 2;
        return digits && !mixed ? word : NUMBERS.getOrDefault(word, "");
    }

    /** The word without its ending; the same for "hire", "hires", "hired" and "hiring". */
    static String stem(String word) {
        if (KEPT.contains(word)) {
            return word;
        }
        String stem = word;
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            stem = word.substring(0, length - 3) + "y";
        } else if (length > 4 && word.matches(".*(?:s|x|z|ch|sh)es")) {
            stem = word.substring(0, length - 2);
        } else if (length > 3 && word.endsWith("s") && !word.matches(".*(?:ss|us|is)")) {
            stem = word.substring(0, length - 1);
        } else if (length > 5 && word.endsWith("ing")) {
            stem = single(word.substring(0, length - 3));
        } else if (length > 4 && word.endsWith("ied")) {
            stem = word.substring(0, length - 3) + "y";
        } else if (length > 4 && word.endsWith("ed") && !word.endsWith("eed")) {
            stem = single(word.substring(0, length - 2));
        }
        return stem.length() > SHORT && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String single(String stem) {
        int last = stem.length() - 1;
        if (SILENT_E.matcher(stem).matches()) {
            return stem + "e";
        }
        boolean doubled =
                last > 1 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
