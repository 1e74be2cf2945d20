package dev.rolewise.cache;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * English words without their endings, so that forms of one word are one: "rounds", "hosted", "hosting". Two words are rarely
 * made one: what makes another word, as "-er" and "un-" do, stays. Thread-safe.
 */
final class Endings {
    private static final int SHORTEST = 3;
    private static final int LONG = 4;
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final Pattern HISSING = Pattern.compile(".*(?:s|x|z|ch|sh)es");
    private static final Pattern SINGULAR = Pattern.compile(".*(?:ss|us|is)");
    private static final Pattern DOUBLED = Pattern.compile(".*([bdgmnprt])\\1");
    private static final Pattern BRITISH = Pattern.compile("([a-z]{3,})is(e|ed|es|ing|ation)");

    /** What is left of "voting" and "muted", as against "fixing" and "paying". */
    private static final Pattern SILENT_E = Pattern.compile("[^aeiou][aeiou][^aeiouwxy]");

    /** Without their last letter, another word. */
    private static final Set<String> KEPT = Set.of(
            "theme", "quite", "plane", "state", "stage", "stare", "scare", "spare", "spine", "twine", "slope", "bathe",
            "lathe");

    private Endings() {}

    /** For a word in small letters. */
    static String cut(String word) {
        String stem = BRITISH.matcher(word).replaceFirst("$1iz$2");
        int length = stem.length();
        if (length > LONG && stem.endsWith("ies")) {
            stem = stem.substring(0, length - 3) + "y";
        } else if (length > LONG && HISSING.matcher(stem).matches()) {
            stem = stem.substring(0, length - 2);
        } else if (length > SHORTEST
                && stem.endsWith("s")
                && !SINGULAR.matcher(stem).matches()) {
            stem = stem.substring(0, length - 1);
            stem = stem.endsWith("ing") ? withoutEnding(stem, 3) : stem;
        } else if (stem.endsWith("ing")) {
            stem = withoutEnding(stem, 3);
        } else if (length > LONG && stem.endsWith("ied")) {
            stem = stem.substring(0, length - 3) + "y";
        } else if (stem.endsWith("ed") && !stem.endsWith("eed")) {
            stem = withoutEnding(stem, 2);
        }
        return stem.length() > LONG && stem.endsWith("e") && !KEPT.contains(stem)
                ? stem.substring(0, stem.length() - 1)
                : stem;
    }

    private static String withoutEnding(String word, int ending) {
        String stem = word.substring(0, word.length() - ending);
        if (stem.length() < SHORTEST || !VOWEL.matcher(stem).find()) {
            return word;
        }
        if (SILENT_E.matcher(stem).matches()) {
            return stem + "e";
        }
        return DOUBLED.matcher(stem).matches() ? stem.substring(0, stem.length() - 1) : stem;
    }
}
