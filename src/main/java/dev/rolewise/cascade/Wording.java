package dev.rolewise.cascade;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text in order, with what is told apart by more than its letters marked: roles, numbers, denials and
 * directions. Articles, auxiliaries and other glue are left out. Immutable.
 */
final class Wording {
    /** What a word is compared as. */
    enum Kind {
        WORD,
        ROLE,
        NUMBER,
        NOT,
        DIRECTION
    }

    /**
     * A word.
     *
     * @param kind what it is compared as
     * @param key words with the same kind and key may stand for each other, as two roles may
     * @param value what tells them apart then
     */
    record Word(Kind kind, String key, String value) {}

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}$][\\p{L}\\p{N}]*(?:[.,/@'+&-][\\p{L}\\p{N}]+)*[%+#]?");
    private static final Set<String> GLUE = Set.of(
            ("a an the do does did is are was were be been being am it its they their them he she his her of that which who"
                            + " this these those there you your we our to as also just so then and or for has have had by with"
                            + " in on at")
                    .split(" "));
    private static final Set<String> NOT = Set.of(
            ("not no never without neither nor cannot can't don't doesn't didn't isn't aren't wasn't won't wouldn't shouldn't"
                            + " needn't couldn't mustn't hasn't haven't hardly rarely seldom unnecessary optional impossible none")
                    .split(" "));
    private static final Pattern JOIN =
            Pattern.compile("[\\s,]*(?:and|or|nor|/|&|versus|vs\\.?|not)?[\\s,]*(?:an?|the)?\\s*");
    private static final Pattern NOT_ONLY = Pattern.compile("\\bnot (?:only|just|merely|simply)\\b");

    /** "Before" and "after" with the word that they are said of. */
    private static final Pattern ORDER = Pattern.compile("(?:before|after)\\s+(?:an? |the |its )?(\\p{L}+)");

    private static final String NOT_ONLY_MARK = "notonly";

    private Wording() {}

    static List<Word> of(String text, RoleMentions roles) {
        String lower = NOT_ONLY.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(NOT_ONLY_MARK);
        List<RoleMentions.Mention> mentions = joined(roles.in(lower), lower);
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (RoleMentions.Mention m : mentions) {
            words(lower.substring(from, m.start()), words);
            if (lower.startsWith("neither", m.start())) {
                words.add(new Word(Kind.NOT, "", ""));
            }
            words.add(new Word(
                    Kind.ROLE, "", String.join(",", m.roles().stream().sorted().toList())));
            from = m.end();
        }
        words(lower.substring(from), words);
        return words;
    }

    /** Roles that are named in one breath are one mention, in whichever order. */
    private static List<RoleMentions.Mention> joined(List<RoleMentions.Mention> mentions, String text) {
        List<RoleMentions.Mention> joined = new ArrayList<>();
        for (RoleMentions.Mention m : mentions) {
            RoleMentions.Mention last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && JOIN.matcher(text.substring(last.end(), m.start())).matches()
                    && !text.substring(last.end(), m.start()).contains("not")) {
                Set<String> both = new LinkedHashSet<>(last.roles());
                both.addAll(m.roles());
                joined.set(joined.size() - 1, new RoleMentions.Mention(both, last.start(), m.end()));
            } else {
                joined.add(m);
            }
        }
        return joined;
    }

    private static void words(String text, List<Word> words) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String word = token.group();
            Matcher order = ORDER.matcher(text).region(token.start(), text.length());
            if (order.lookingAt()) {
                String before = Directions.of(word).toString();
                words.add(new Word(Kind.DIRECTION, "order " + stem(order.group(1)), before));
            } else if (NOT.contains(word)) {
                words.add(new Word(Kind.NOT, "", ""));
            } else if (!GLUE.contains(word)) {
                words.add(word(word));
            }
        }
    }

    private static Word word(String word) {
        List<String> numbers = Numbers.of(word);
        if (numbers.size() == 1) {
            return new Word(Kind.NUMBER, "", numbers.get(0));
        }
        if (word.equals("only") || word.equals(NOT_ONLY_MARK)) {
            return new Word(Kind.DIRECTION, "only", word);
        }
        Set<String> directions = Directions.of(word);
        if (directions.size() == 1) {
            String direction = directions.iterator().next();
            return new Word(Kind.DIRECTION, direction.substring(1), direction);
        }
        return new Word(Kind.WORD, stem(word), "");
    }

    private static String stem(String word) {
        String owned = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return owned.length() > 3 && owned.endsWith("s") ? owned.substring(0, owned.length() - 1) : owned;
    }
}
