package dev.rolewise.cache;

import dev.rolewise.cache.WordingList.Found;
import dev.rolewise.cache.WordingList.Rewrite;
import dev.rolewise.cache.WordingList.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@link Wording} of questions, by the {@link WordingList}. Thread-safe; takes a tenth of a millisecond. */
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
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");
    private static final Set<String> DOERS = Set.of("i", "we", "you", "they", "been", "there", "anyone");
    private static final Set<String> OVER = Set.of("did", "was", "were", "had");
    /** What one thing comes to, or comes against: they may not change places. */
    private static final Set<String> TOWARDS = Set.of(
            "to", "into", "than", "over", "against", "instead", "with", "before", "after", "versus", "vs", "for");
    /** What opens a phrase that may stand anywhere. */
    private static final Set<String> ANYWHERE = Set.of("of", "for", "in", "on", "at", "about", "during");

    private static final String FROM = "from";
    private static final Set<String> TO = Set.of("to", "into");
    private static final int NEAR = 3;
    /** How often the rules are gone through: one may make room for one before it. */
    private static final int PASSES = 2;
    private static final int LONGEST_TALK = 9;
    private static final int LONGEST = 60;

    private final WordingList list = WordingList.english();

    WordingList list() {
        return list;
    }

    /** The wording of a question. One that is too long to be understood so says nothing. */
    Wording read(String text) {
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
        return new Draft(List.of(plain.split(" ")), AUXILIARY.contains(words.get(0)), over).wording();
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

    /** One question while it is read. */
    private final class Draft {
        private final List<String> raw;
        private final Set<String> said = new LinkedHashSet<>();
        private final List<String> persons = new ArrayList<>();
        private final Set<String> joints = new HashSet<>();
        private final Set<String> pairs = new HashSet<>();
        private final boolean whether;
        private String asks = "";
        private String last = "";
        private final List<String> order = new ArrayList<>();
        private final Set<String> loose = new HashSet<>();
        private final List<String> before = new ArrayList<>();
        private int after;
        private boolean movable;
        private boolean suffers;
        private boolean leaving;
        private boolean doer;
        private boolean beside;

        Draft(List<String> raw, boolean whether, boolean over) {
            this.raw = raw;
            this.whether = whether;
            if (over) {
                said.add("past");
            }
        }

        Wording wording() {
            List<String> stems = raw.stream().map(list::stem).toList();
            boolean moves = raw.contains(FROM) && raw.stream().anyMatch(TO::contains);
            for (int at = 0; at < raw.size(); ) {
                Optional<Found> found = list.at(stems, at);
                String word = raw.get(at);
                mark(word, moves);
                String concept = found.map(Found::concept).orElse(stems.get(at).equals(FROM) && (moves || at == raw.size() - 1) ? "" : stems.get(at));
                if (concept.startsWith("?")) {
                    ask(concept);
                } else if (!concept.isEmpty()) {
                    say(concept);
                } else {
                    beside = false;
                }
                at += found.map(Found::words).orElse(1);
            }
            if (asks.isEmpty()) {
                asks = whether ? "?whether" : "?fragment";
            }
            return simple();
        }

        private void mark(String word, boolean moves) {
            if (moves && word.equals(FROM)) {
                leaving = true;
            } else if (leaving && TO.contains(word)) {
                leaving = false;
            }
            doer |= word.equals("by");
            suffers |= BE.contains(word);
            if (suffers && word.endsWith("ed")) {
                loose.addAll(persons);
            }
            if (TOWARDS.contains(word)) {
                before.clear();
                before.addAll(order.subList(Math.max(0, order.size() - NEAR), order.size()));
                after = NEAR;
            }
            movable = ANYWHERE.contains(word) || (movable && !word.equals("by") && list.isLight(word));
        }

        private void ask(String way) {
            beside = false;
            if (asks.isEmpty()) {
                asks = way;
            } else if (way.equals("?when")) {
                say("if");
            } else if (!way.equals(asks) && !Set.of("?what", "?who").contains(way)) {
                say(way.substring(1));
            }
        }

        private void say(String concept) {
            said.add(leaving ? FROM + ":" + concept : concept);
            if (list.isPerson(concept) && !persons.contains(concept)) {
                persons.add(doer ? 0 : persons.size(), concept);
            }
            if (after-- > 0) {
                before.forEach(other -> joints.add(other + ">" + concept));
            }
            if (!order.contains(concept)) {
                order.add(doer ? 0 : order.size(), concept);
            }
            if (movable) {
                loose.add(concept);
            }
            movable = false;
            if (beside && list.isAttribute(last)) {
                pairs.add(last + ">" + concept);
            }
            beside = true;
            doer = false;
            last = concept;
        }

        private Wording simple() {
            Set<String> all = new LinkedHashSet<>(said);
            all.add(asks);
            for (int pass = 0; pass < PASSES; pass++) {
                list.rules().forEach(rule -> apply(rule, all));
            }
            String way = all.stream().filter(c -> c.startsWith("?")).sorted().collect(Collectors.joining());
            Set<String> words = all.stream().filter(c -> !c.startsWith("?")).collect(Collectors.toSet());
            return new Wording(
                    way,
                    words,
                    order.stream().filter(words::contains).toList(),
                    loose,
                    persons.stream().filter(words::contains).toList(),
                    within(joints, words),
                    within(pairs, words));
        }

        /** What it leaves must say more than which day, or which of several. */
        private void apply(Rule rule, Set<String> all) {
            Set<String> simpler = new LinkedHashSet<>(all);
            simpler.removeAll(rule.left());
            simpler.addAll(rule.right());
            if (all.containsAll(rule.left()) && (isTelling(simpler) || !isTelling(all))) {
                all.retainAll(simpler);
                all.addAll(simpler);
            }
        }

        private boolean isTelling(Set<String> concepts) {
            return concepts.stream().anyMatch(concept -> !concept.startsWith("?") && !list.isChoice(concept));
        }

        /** Those of which both words are left. */
        private static Set<String> within(Set<String> two, Set<String> words) {
            return two.stream()
                    .filter(pair -> Stream.of(pair.split(">")).allMatch(words::contains))
                    .collect(Collectors.toSet());
        }
    }
}
