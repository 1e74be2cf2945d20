package dev.rolewise.cascade;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.TermExtractor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Content words with inflected synonyms folded, too ("optimizing", where the pack lists "optimise"), and one spelling of
 * "-ise". Thread-safe.
 */
final class FoldedTerms implements TermExtractor {
    private static final Pattern IZE = Pattern.compile("(?<=\\w\\w\\w)iz(e|ed|er|es|ing|ation)\\b");
    private static final List<String> ENDINGS = List.of("s", "d", "ed", "ing", "er", "ers", "ings");

    private final TermExtractor plain;
    private final Map<String, String> folds = new HashMap<>();

    FoldedTerms(Pack pack, TermExtractor plain) {
        this.plain = plain;
        for (List<String> group : pack.synonyms()) {
            for (String variant : group) {
                String lower = variant.toLowerCase(Locale.ROOT);
                List<String> token = plain.terms(lower);
                if (token.size() == 1 && lower.chars().allMatch(Character::isLetter) && lower.length() > 3) {
                    inflections(lower, token.get(0));
                }
            }
        }
    }

    private void inflections(String word, String token) {
        String base = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
        char last = base.charAt(base.length() - 1);
        for (String ending : ENDINGS) {
            for (String form : List.of(word + ending, base + ending, base + last + ending)) {
                List<String> inflected = plain.terms(form);
                if (inflected.size() == 1 && !inflected.get(0).equals(token)) {
                    folds.putIfAbsent(inflected.get(0), token);
                }
            }
        }
    }

    @Override
    public List<String> terms(String text) {
        String spelled = IZE.matcher(text).replaceAll("is$1");
        return plain.terms(spelled).stream().map(t -> folds.getOrDefault(t, t)).toList();
    }
}
