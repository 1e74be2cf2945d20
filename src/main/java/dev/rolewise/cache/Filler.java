package dev.rolewise.cache;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words and faces at either end of a question that say nothing about what is asked: greetings, please, thanks, emoji.
 *
 * <p>Words that may carry meaning ("all", "ok", "there") go only where a mark sets them apart: "hey all, what …" asks
 * something else than "hey, all engineers …".
 */
final class Filler {
    /** Faces and gestures without a meaning of their own; no flags, arrows, digits, thumbs, crosses. */
    private static final String FACES =
            "\\x{1F600}-\\x{1F644}\\x{1F64B}-\\x{1F64F}\\x{1F910}-\\x{1F915}\\x{1F917}-\\x{1F92F}"
                    + "\\x{1F970}-\\x{1F97A}\\x{1F44B}\\x{1F440}\\x{1F389}\\x{2728}\\x{2764}\\x{1F480}\\x{1F525}\\x{1F3FB}-\\x{1F3FF}";

    private static final Pattern FACE = Pattern.compile("[" + FACES + "]+");
    private static final Pattern TYPED_FACE = Pattern.compile("[:;]-?[)d(p]|\\^\\^");

    private static final List<List<String>> GREETINGS =
            phrases("hi", "hello", "hey", "hiya", "heya", "good morning", "good afternoon", "good evening");
    private static final List<List<String>> AUDIENCES =
            phrases("all", "everyone", "everybody", "guys", "folks", "team", "there", "again", "bot", "you all");
    private static final List<List<String>> POLITE = phrases("please", "pls", "plz", "lol");
    private static final List<List<String>> SET_APART =
            phrases("ok", "okay", "um", "hmm", "well", "quick question", "dumb question", "stupid question");
    private static final List<List<String>> THANKS = phrases(
            "please",
            "pls",
            "plz",
            "thx",
            "thanks",
            "thank you",
            "many thanks",
            "ty",
            "tysm",
            "cheers",
            "lol",
            "lmao",
            "haha",
            "thanks in advance",
            "thx in advance",
            "ty in advance",
            "thank you in advance",
            "kind regards");

    /** Words that hold on to what follows: "no thanks", "how do I say thanks", "which role is 😭". */
    private static final Set<String> BINDING = Set.of(
            "no", "not", "without", "never", "say", "to", "or", "and", "of", "a", "the", "is", "are", "isn't", "aren't",
            "be", "so", "very", "too", "more", "less", "than", "vs", "called");

    private Filler() {}

    /** The text with blanks around each face, so that faces are words of their own. */
    static String apart(String text) {
        return FACE.matcher(text).replaceAll(" $0 ");
    }

    static boolean isFace(String word) {
        boolean letter = !word.isEmpty() && word.charAt(0) < 0x80 && Character.isLetterOrDigit(word.charAt(0));
        return !letter
                && (FACE.matcher(word).matches() || TYPED_FACE.matcher(word).matches());
    }

    /** The words without filler and marks at either end; what is nothing but filler stays as it is. */
    static List<String> strip(List<String> words) {
        List<String> left = trimEnd(words);
        while (true) {
            List<String> next = trimEnd(left.subList(opening(left), left.size()));
            next = trimEnd(next.subList(0, next.size() - closing(next)));
            if (next.isEmpty() || next.size() == left.size()) {
                return left;
            }
            left = next;
        }
    }

    private static List<String> trimEnd(List<String> words) {
        int end = words.size();
        while (end > 0 && words.get(end - 1).equals(TextNormalizer.MARK)) {
            end--;
        }
        return words.subList(0, end);
    }

    /** How many words at the start are filler. */
    private static int opening(List<String> words) {
        if (words.isEmpty()) {
            return 0;
        }
        if (isFace(words.get(0))) {
            return pastMark(words, 1);
        }
        int polite = at(words, 0, POLITE);
        if (polite > 0) {
            return pastMark(words, polite);
        }
        int apart = at(words, 0, SET_APART);
        if (apart > 0 && setApart(words, apart)) {
            return pastMark(words, apart);
        }
        return greeting(words);
    }

    private static int greeting(List<String> words) {
        int greeting = at(words, 0, GREETINGS);
        if (greeting == 0) {
            return 0;
        }
        int audience = at(words, greeting, AUDIENCES);
        int both = greeting + audience;
        if (audience > 0 && (setApart(words, both) || words.get(greeting).equals("bot"))) {
            return pastMark(words, both);
        }
        return audience == 0 && !"world".equals(wordAt(words, greeting)) ? pastMark(words, greeting) : 0;
    }

    /** How many words at the end are filler. */
    private static int closing(List<String> words) {
        int length = !words.isEmpty() && isFace(words.get(words.size() - 1)) ? 1 : thanks(words);
        int before = words.size() - length - 1;
        return before >= 0 && !BINDING.contains(words.get(before)) ? length : 0;
    }

    private static int thanks(List<String> words) {
        for (List<String> phrase : THANKS) {
            if (endsWith(words, phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    private static boolean endsWith(List<String> words, List<String> phrase) {
        int start = words.size() - phrase.size();
        return start >= 0 && standsAt(words, start, phrase);
    }

    private static boolean setApart(List<String> words, int at) {
        String next = wordAt(words, at);
        return next.equals(TextNormalizer.MARK) || isFace(next);
    }

    private static int pastMark(List<String> words, int at) {
        return wordAt(words, at).equals(TextNormalizer.MARK) ? at + 1 : at;
    }

    private static String wordAt(List<String> words, int at) {
        return at < words.size() ? words.get(at) : "";
    }

    /** Length of the longest phrase that stands at that place; 0 where none does. */
    private static int at(List<String> words, int start, List<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            if (start + phrase.size() <= words.size() && standsAt(words, start, phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    private static boolean standsAt(List<String> words, int start, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.get(start + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Longest first. */
    private static List<List<String>> phrases(String... phrases) {
        return Stream.of(phrases)
                .map(p -> Arrays.asList(p.split(" ")))
                .sorted(Comparator.comparing((List<String> p) -> p.size()).reversed())
                .toList();
    }
}
