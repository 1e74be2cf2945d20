package dev.rolewise.cache;

import dev.rolewise.cache.WordingList.Found;
import dev.rolewise.cache.WordingList.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read of one question so far, word by word. Not thread-safe. */
final class WordingDraft {
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");
    /** What one thing comes to, or comes against: they may not change places. */
    private static final Set<String> TOWARDS = Set.of(
            "to", "into", "than", "over", "against", "instead", "with", "before", "after", "versus", "vs", "for");
    /** What opens a phrase that may stand anywhere. */
    private static final Set<String> ANYWHERE = Set.of("for", "in", "on", "at", "about", "during");

    private static final String FROM = "from";
    private static final Set<String> TO = Set.of("to", "into");
    private static final int NEAR = 3;
    /** How often the rules are gone through: one may make room for one before it. */
    private static final int PASSES = 2;

    private final WordingList list;
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

    /**
     * @param raw the words of the question, without talk around it
     * @param whether whether it begins as a question does that asks for yes or no
     * @param over whether it asks about what is over
     */
    WordingDraft(WordingList list, List<String> raw, boolean whether, boolean over) {
        this.list = list;
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
            String concept = found.map(Found::concept)
                    .orElse(stems.get(at).equals(FROM) && (moves || at == raw.size() - 1) ? "" : stems.get(at));
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
        if (ANYWHERE.contains(word)) {
            movable = true;
        } else if (TOWARDS.contains(word) || word.equals("by") || word.equals(FROM)) {
            movable = false;
        }
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
