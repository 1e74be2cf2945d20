package dev.rolewise.cascade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells an English sentence from a piece of one: it begins like one, is not cut off at its end, and holds a word that can be
 * its verb. It looks at words one by one and understands none of them. All methods are pure.
 */
final class SentenceShape {
    private static final String VERBS = "verbs.txt";
    private static final int MIN_WORDS = 3;

    /** A capital, a digit, or something quoted. */
    private static final Pattern BEGINNING = Pattern.compile("[(\\[]?[\\p{Lu}\\p{N}\"'“‘«].*", Pattern.DOTALL);

    /** Dots that stand for what is missing, or a mark after which more has to come. */
    private static final Pattern CUT_OFF = Pattern.compile(".*(?:…|\\.{3}|[,;:(\\[/–—-])[\"'”’)\\]]*", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Pattern SHORTENED = Pattern.compile(".+(?:n['’]t|['’](?:re|ll|ve|m|d))");
    private static final Pattern PAST = Pattern.compile("\\p{Ll}{3,}ed");

    private static final Set<String> AUXILIARIES = Set.of(
            "am", "is", "are", "was", "were", "be", "been", "isn't", "has", "have", "had", "do", "does", "did", "can",
            "cannot", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "it's", "that's",
            "there's", "he's", "she's", "what's");

    /** After these stands a noun, or a verb that does not make a sentence. */
    private static final Set<String> BEFORE_NOUNS = Set.of(
            "a", "an", "the", "of", "to", "for", "with", "without", "in", "on", "at", "by", "from", "as", "their",
            "its", "his", "her", "our", "your", "my", "every", "no", "any", "other", "some");

    private static final Set<String> FORMS = forms();

    private SentenceShape() {}

    /** Whether it may be a sentence; {@code alike} are sentences that are, whose first words it may begin with too. */
    static boolean isSentence(String text, Stream<String> alike) {
        String stripped = text.strip();
        List<String> words =
                WORD.matcher(stripped).results().map(MatchResult::group).toList();
        boolean list = WORD.matcher(stripped).results().findFirst().stream()
                .anyMatch(first -> stripped.startsWith(",", first.end()));
        if (words.size() < MIN_WORDS
                || CUT_OFF.matcher(stripped).matches()
                || !hasVerb(list ? words.subList(1, words.size()) : words)) {
            return false;
        }
        String first = words.get(0) + " ";
        return BEGINNING.matcher(stripped).matches() || alike.anyMatch(other -> other.startsWith(first));
    }

    private static boolean hasVerb(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT).replace('’', '\'');
            if (AUXILIARIES.contains(word) || SHORTENED.matcher(word).matches()) {
                return true;
            }
            boolean name = i > 0 && Character.isUpperCase(words.get(i).charAt(0));
            boolean noun = i > 0 && BEFORE_NOUNS.contains(words.get(i - 1).toLowerCase(Locale.ROOT));
            if (!name && !noun && (FORMS.contains(word) || PAST.matcher(word).matches())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> forms() {
        Set<String> forms = new HashSet<>(Set.of(
                "became",
                "began",
                "begun",
                "broke",
                "brought",
                "built",
                "bought",
                "came",
                "caught",
                "chose",
                "cost",
                "cut",
                "dealt",
                "drew",
                "drove",
                "ate",
                "fell",
                "felt",
                "fought",
                "found",
                "flew",
                "forgot",
                "got",
                "gave",
                "went",
                "grew",
                "heard",
                "held",
                "kept",
                "knew",
                "laid",
                "led",
                "left",
                "lent",
                "lay",
                "lost",
                "made",
                "meant",
                "met",
                "paid",
                "ran",
                "read",
                "rose",
                "said",
                "saw",
                "sought",
                "sold",
                "sent",
                "sat",
                "spoke",
                "spent",
                "stood",
                "stuck",
                "took",
                "taught",
                "told",
                "thought",
                "threw",
                "understood",
                "won",
                "wrote",
                "grown",
                "known",
                "written",
                "taken",
                "seen",
                "drawn"));
        for (String verb : verbs()) {
            forms.add(verb);
            forms.add(third(verb));
        }
        return forms;
    }

    private static String third(String verb) {
        if (verb.matches(".*[^aeiou]y")) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + (verb.matches(".*(?:s|x|z|ch|sh|o)") ? "es" : "s");
    }

    private static List<String> verbs() {
        try (InputStream in = SentenceShape.class.getResourceAsStream(VERBS)) {
            if (in == null) {
                throw new IllegalStateException(VERBS + " is missing from the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
