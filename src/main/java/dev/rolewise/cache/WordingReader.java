package dev.rolewise.cache;

import dev.rolewise.cache.WordingList.Rewrite;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the {@link Wording} of questions, by the {@link WordingList}. Thread-safe; takes less than a millisecond. */
final class WordingReader {
    private static final Pattern APOSTROPHE = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u00B4`]");
    /** A letter that names something: "the A team". */
    private static final Pattern LETTER = Pattern.compile("(?<=[a-z] )A(?= [a-z])");

    private static final Pattern NOT = Pattern.compile("\\b(?:can(?='?t\\b)|cannot|can not)(?:'?t)?\\b");
    private static final Pattern WILL_NOT = Pattern.compile("\\bwon'?t\\b");
    private static final Pattern NOT_JOINED =
            Pattern.compile("\\b(do|does|did|is|are|was|were|would|should|could|have|has|had|must)n'?t\\b");
    private static final Pattern IS_JOINED =
            Pattern.compile("\\b(what|who|how|where|when|why|it|that|there|here)(?:'s|s)(?=\\s)(?<!\\bits)");
    private static final Pattern I_JOINED = Pattern.compile("\\bi'?(?:m|ve)\\b|\\bi'd\\b");
    private static final Pattern JOINED = Pattern.compile("(?<=\\p{L})'(?:re|ve|d|m|s|ll)\\b|(?<=s)'(?=\\s|$)");
    private static final Pattern END = Pattern.compile("[.!?;:\\n]+(?=\\s|$)|[?!]+");
    /** What a question is about, before it: "for the cup, when do we meet". */
    private static final Pattern FRONTED = Pattern.compile(
            "^(?!(?:what|which|when|where|who|why|how|is|are|am|do|does|did|can|could|may|must|will|would|should|has|have|was|were)\\b)"
                    + "([^,]+),\\s*((?:what|which|when|where|who|whose|why|how|is|are|am|do|does|did|can|could|may|must|will|would|should"
                    + "|has|have|was|were)\\b[^,]+),?$");

    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}#@+%$'?>]+|(?<!\\s)#|#(?![\\p{L}\\p{N}])");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> AUXILIARY = Set.of(
            "is", "are", "am", "do", "does", "did", "can", "could", "will", "would", "should", "has", "have", "was",
            "were", "must");
    private static final Set<String> HAS = Set.of("has", "have");
    private static final Set<String> DOERS = Set.of("i", "we", "you", "they", "been", "there", "anyone");
    private static final Set<String> OVER = Set.of("did", "was", "were", "had");

    private static final int LONGEST_TALK = 9;
    private static final int LONGEST = 60;
    /** Beyond these nobody asks an everyday question; what matches patterns stays short, and quick to read. */
    private static final int MOST_CHARACTERS = 400;

    private static final Pattern LONG_WORD = Pattern.compile("\\S{40}");

    private final WordingList list = WordingList.english();

    WordingList list() {
        return list;
    }

    /** The wording of a question. One that is too long to be understood so says nothing. */
    Wording read(String text) {
        if (text.length() > MOST_CHARACTERS || LONG_WORD.matcher(text).find()) {
            return Wording.NONE;
        }
        List<List<String>> sentences = sentences(text);
        List<String> words = sentences.stream()
                .map(this::spelled)
                .map(this::untalked)
                .flatMap(List::stream)
                .toList();
        if (words.size() > LONGEST) {
            return Wording.NONE;
        }
        String rewritten = String.join(" ", words);
        for (Rewrite rewrite : list.rewrites()) {
            rewritten = SPACE.matcher(rewrite.pattern().matcher(rewritten).replaceAll(rewrite.by()))
                    .replaceAll(" ")
                    .strip();
        }
        String plain = rewritten.replace("#", "").strip();
        if (plain.isEmpty()) {
            return Wording.NONE;
        }
        boolean over = sentences.stream().anyMatch(this::isOver) || HAS.contains(words.get(0));
        return new WordingDraft(list, List.of(plain.split(" ")), AUXILIARY.contains(words.get(0)), over).wording();
    }

    /** In small letters, short forms written out, each sentence by its words. */
    private static List<List<String>> sentences(String text) {
        String plain = LETTER.matcher(APOSTROPHE.matcher(text).replaceAll("'")).replaceAll("lettera");
        plain = NOT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("can not");
        plain = NOT_JOINED
                .matcher(WILL_NOT.matcher(plain).replaceAll("will not"))
                .replaceAll("$1 not");
        plain = IS_JOINED.matcher(I_JOINED.matcher(plain).replaceAll("i")).replaceAll("$1 is");
        plain = JOINED.matcher(plain).replaceAll("");
        return Arrays.stream(END.split(plain))
                .map(sentence -> FRONTED.matcher(sentence.strip()).replaceAll("$2 $1"))
                .map(sentence -> SIGN.matcher(sentence).replaceAll(" ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> SPACE.splitAsStream(sentence)
                        .map(word -> word.replaceAll("^'+|'+$", ""))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .toList();
    }

    private List<String> spelled(List<String> sentence) {
        return sentence.stream()
                .flatMap(word -> Stream.of(list.spelled(word).split(" ")))
                .toList();
    }

    private List<String> untalked(List<String> sentence) {
        List<String> stems = sentence.stream().map(list::stem).toList();
        int start = 0;
        int end = stems.size();
        boolean found = true;
        while (found && start < end) {
            found = false;
            for (int words = Math.min(LONGEST_TALK, end - start); words > 0 && !found; words--) {
                if (list.isTalk(stems.subList(start, start + words))) {
                    start += words;
                    found = true;
                } else if (list.isTalk(stems.subList(end - words, end))) {
                    end -= words;
                    found = true;
                }
            }
        }
        return start < end ? sentence.subList(start, end) : List.of();
    }

    /** Whether it asks about what is over: "did", or "who wrote". */
    private boolean isOver(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean asks = words.get(i).equals("who") || words.get(i).equals("what");
            String next = words.get(i + 1);
            boolean done = HAS.contains(words.get(i)) && DOERS.contains(next);
            if (done || OVER.contains(words.get(i)) || (asks && (list.isPast(next) || next.endsWith("ed")))) {
                return true;
            }
        }
        return false;
    }
}
