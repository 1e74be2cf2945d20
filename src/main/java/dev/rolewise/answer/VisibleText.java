package dev.rolewise.answer;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a reader would see it: compatibility forms folded (Unicode NFKC), invisible and direction-changing characters
 * dropped, stacked marks thinned, look-alike letters inside Latin words made Latin.
 */
final class VisibleText {
    /** Zero-width, soft hyphen, direction, tag and other format characters, variation selectors, control characters. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\x{FE00}-\\x{FE0F}\\x{E0000}-\\x{E0FFF}]|[\\p{Cc}&&[^\\n\\t]]");
    /** Text between a right-to-left override and its end is not what it looks like. */
    private static final Pattern OVERRIDDEN = Pattern.compile("[\\u202D\\u202E][^\\u202C]*\\u202C?");

    /** Combining diacritics on top of each other; the marks that many scripts spell their words with are no such. */
    private static final Pattern STACKED_MARKS = Pattern.compile(
            "[\\u0300-\\u036F\\u0483-\\u0489\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]{2,}");

    private static final Pattern MARKED_LATIN = Pattern.compile("(?<=[A-Za-z ])[\\u0300-\\u036F]+");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LOOK_ALIKE = Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    /** Cyrillic and Greek letters by the Latin letter that they look like (after Unicode's confusables). */
    private static final Map<Character, Character> LATIN_FOR = Map.ofEntries(
            Map.entry('а', 'a'),
            Map.entry('е', 'e'),
            Map.entry('о', 'o'),
            Map.entry('р', 'p'),
            Map.entry('с', 'c'),
            Map.entry('у', 'y'),
            Map.entry('х', 'x'),
            Map.entry('і', 'i'),
            Map.entry('ј', 'j'),
            Map.entry('ѕ', 's'),
            Map.entry('һ', 'h'),
            Map.entry('ԁ', 'd'),
            Map.entry('А', 'A'),
            Map.entry('В', 'B'),
            Map.entry('Е', 'E'),
            Map.entry('К', 'K'),
            Map.entry('М', 'M'),
            Map.entry('Н', 'H'),
            Map.entry('О', 'O'),
            Map.entry('Р', 'P'),
            Map.entry('С', 'C'),
            Map.entry('Т', 'T'),
            Map.entry('У', 'Y'),
            Map.entry('Х', 'X'),
            Map.entry('І', 'I'),
            Map.entry('ο', 'o'),
            Map.entry('α', 'a'),
            Map.entry('ε', 'e'),
            Map.entry('ι', 'i'),
            Map.entry('ν', 'v'),
            Map.entry('ρ', 'p'),
            Map.entry('Α', 'A'),
            Map.entry('Ο', 'O'),
            Map.entry('Ι', 'I'),
            Map.entry('Ε', 'E'),
            Map.entry('Τ', 'T'));

    private VisibleText() {}

    static String of(String typed) {
        if (typed.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\n' || c == '\t')) {
            return typed.strip();
        }
        String shown = OVERRIDDEN.matcher(typed).replaceAll(" ");
        String folded = Normalizer.normalize(shown, Normalizer.Form.NFKC);
        folded = INVISIBLE.matcher(folded).replaceAll("");
        if (STACKED_MARKS.matcher(folded).find()) {
            folded = MARKED_LATIN
                    .matcher(Normalizer.normalize(folded, Normalizer.Form.NFD))
                    .replaceAll("");
            folded = Normalizer.normalize(STACKED_MARKS.matcher(folded).replaceAll(""), Normalizer.Form.NFC);
        }
        boolean mixed =
                LATIN.matcher(folded).find() && LOOK_ALIKE.matcher(folded).find();
        return (mixed ? WORD.matcher(folded).replaceAll(m -> Matcher.quoteReplacement(latin(m.group()))) : folded)
                .strip();
    }

    /** A word made only of letters that look Latin, or that mixes scripts, becomes Latin; another stays. */
    private static String latin(String word) {
        StringBuilder latin = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            latin.append(LATIN_FOR.getOrDefault(word.charAt(i), word.charAt(i)));
        }
        String result = latin.toString();
        return LOOK_ALIKE.matcher(result).find() && !LATIN.matcher(word).find() ? word : result;
    }
}
