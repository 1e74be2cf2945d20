package dev.rolewise.analysis;

import dev.rolewise.question.Meaning;
import dev.rolewise.question.Meaning.Part;
import dev.rolewise.question.Meaning.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was read of a question so far. Not thread-safe. */
final class MeaningDraft {
    /** Stands for all roles of the pack together. */
    static final String ALL = "@all";

    private static final String ROLE = "@";
    private static final String NOT = "not";
    private static final String FROM = "from";
    private static final String WHO = "?who";
    private static final String WHETHER = "?whether";
    private static final Set<String> SYMMETRIC = Set.of("differ", "common", "same");
    private static final Set<Part> OWN = Set.of(Part.ROLE, Part.AUDIENCE, Part.OTHER);
    private static final int SEVERAL = 2;
    /** Words that say more when they stand twice. */
    private static final Set<Part> COUNTED = Set.of(Part.QUANTITY, Part.OTHER);

    private static final Set<String> MOVES = Set.of("go", "switch", "enter", "become");

    /** Ways to ask in which it makes no difference whether somebody does or can do. */
    private static final Set<String> ABLE_ANYWAY = Set.of("?how", "?much", "?long", "?where", "pay");

    /** What asks whether also without a verb: "ladder enough?" */
    private static final Set<String> PREDICATES = Set.of("possible", "worth", "enough");

    /** Where a word may stand. */
    enum Place {
        FREE,
        /** Somebody: in order among somebodies and deeds. */
        DOER,
        /** In order among things and deeds. */
        THING,
        /** In order among all but the free. */
        DEED,
        /** In order among amounts. */
        AMOUNT
    }

    /** {@code joined} to the one before it by "and" or "or". */
    private record Said(String concept, Part part, Place place, boolean joined) {
        Said(String concept, Part part, Place place) {
            this(concept, part, place, false);
        }
    }

    private final List<Said> said = new ArrayList<>();
    private boolean either;
    private boolean versus;
    private boolean moves;

    static String role(String id) {
        return ROLE + id;
    }

    int size() {
        return said.size();
    }

    void add(String concept, Part part) {
        add(concept, part, Place.FREE);
    }

    void add(String concept, Part part, Place place) {
        add(concept, part, place, false);
    }

    void add(String concept, Part part, Place place, boolean joined) {
        boolean alike = !said.isEmpty() && said.get(said.size() - 1).place() == place;
        said.add(new Said(concept, part, place, joined && alike));
    }

    /** A word under marks such as "not" and "before"; it may stand anywhere. */
    void marked(List<String> marks, String concept) {
        Part part = marks.contains(NOT) ? Part.NEGATION : marks.contains(FROM) ? Part.DIRECTION : Part.OTHER;
        said.add(new Said(String.join(":", marks) + ":" + concept, part, Place.FREE));
    }

    /** Something goes from one to another: no word may change places with any other. */
    void moving() {
        moves = true;
    }

    /** Whether something was marked as where somebody comes from. */
    boolean isMoved() {
        return said.stream().anyMatch(s -> s.part() == Part.DIRECTION);
    }

    /** Roles named side by side, and what joins them. */
    void pair(List<String> roles, String joint) {
        either |= joint.equals("or");
        versus |= joint.equals("vs");
    }

    /** Who moves comes from what they are: the words of this clause so far, where there is nothing else in it. */
    void moverFrom(int clause, Set<String> able) {
        List<Said> before = said.subList(Math.min(clause, said.size()), said.size());
        boolean mover = before.stream()
                .allMatch(s -> s.part() == Part.WAY
                        || able.contains(s.concept())
                        || s.place() == Place.THING
                        || s.place() == Place.DOER
                        || (s.place() == Place.DEED && s.part() == Part.OTHER));
        if (mover) {
            before.replaceAll(
                    s -> s.place() == Place.FREE ? s : new Said(FROM + ":" + s.concept(), Part.DIRECTION, Place.FREE));
        }
    }

    Meaning meaning(List<Lexicon.Rule> rules, List<String> inherited, List<String> all) {
        moves();
        plainJob();
        askWho();
        simplify(rules);
        modals();
        simplify(rules);
        plainMeaning();
        symmetric(inherited, all);
        Set<Word> once = new HashSet<>();
        List<Word> words = said.stream()
                .map(s -> new Word(s.concept(), s.part()))
                .filter(word -> COUNTED.contains(word.part()) || once.add(word))
                .sorted(Comparator.comparing(Word::concept).thenComparing(Word::part))
                .toList();
        return isThin() ? Meaning.NONE : new Meaning(words, order());
    }

    /** Too little to know what is asked: one common word, and nobody that is named. */
    private boolean isThin() {
        boolean own = said.stream()
                .anyMatch(s -> OWN.contains(s.part()) && !s.concept().equals(ALL));
        boolean compares = has(ALL) && SYMMETRIC.stream().anyMatch(this::has);
        long common = said.stream()
                .filter(s -> s.part() != Part.WAY && !s.concept().equals(ALL))
                .count();
        return !own && !compares && common < SEVERAL;
    }

    /** A move that says where from is one and the same, however it is called. */
    private void moves() {
        if (said.stream().anyMatch(s -> s.concept().startsWith(FROM + ":"))) {
            said.removeIf(s -> MOVES.contains(s.concept()));
            add("become", Part.DIRECTION);
        }
    }

    /** "The job of a gardener" is a gardener, where nobody looks for it or gives it. */
    private void plainJob() {
        boolean deeds = said.stream()
                .anyMatch(s -> s.place() == Place.DEED || s.concept().equals("get"));
        if (!deeds) {
            drop("job");
        }
    }

    /** "What does X mean" asks what X is. */
    private void plainMeaning() {
        if (said.stream().noneMatch(s -> s.part() == Part.WAY)) {
            drop("meaning");
        }
    }

    /** "Is A or B harder", "A vs B: who earns more". */
    private void askWho() {
        boolean way =
                said.stream().anyMatch(s -> s.part() == Part.WAY && !s.concept().equals(WHETHER));
        if (either && !way) {
            drop(WHETHER);
            add(WHO, Part.WAY);
        } else if (versus && !has(WHO)) {
            add("differ", Part.ASPECT);
        }
    }

    /** "Can" and "should" matter where one asks whether; "what should they know" asks what they need. */
    private void modals() {
        if (said.stream().noneMatch(s -> s.part() == Part.WAY)
                && PREDICATES.stream().anyMatch(this::has)) {
            add(WHETHER, Part.WAY);
        }
        boolean whether = has(WHETHER);
        boolean way = said.stream().anyMatch(s -> s.part() == Part.WAY);
        if (!whether && said.stream().anyMatch(s -> ABLE_ANYWAY.contains(s.concept()))) {
            drop("can");
        }
        if (has("?how")) {
            drop("should");
        } else if (!way && has("should")) {
            drop("should");
            add("need", Part.ASPECT);
        }
    }

    private void simplify(List<Lexicon.Rule> rules) {
        for (Lexicon.Rule rule : rules) {
            if (rule.left().stream().allMatch(this::has)) {
                Map<String, Said> right = new LinkedHashMap<>();
                for (String concept : rule.right()) {
                    right.put(
                            concept,
                            said.stream()
                                    .filter(s -> s.concept().equals(concept))
                                    .findFirst()
                                    .orElse(new Said(
                                            concept, concept.startsWith("?") ? Part.WAY : Part.ASPECT, Place.FREE)));
                }
                List<Said> kept = said.stream()
                        .filter(s -> !rule.left().contains(s.concept())
                                || rule.right().contains(s.concept()))
                        .toList();
                said.clear();
                said.addAll(kept);
                right.forEach((concept, s) -> {
                    if (!has(concept)) {
                        said.add(s);
                    }
                });
            }
        }
    }

    /** Where roles are compared as equals, it does not matter which comes first, and none named is all. */
    private void symmetric(List<String> inherited, List<String> all) {
        List<Said> roles = said.stream().filter(s -> s.part() == Part.ROLE).toList();
        boolean equals = said.stream().anyMatch(s -> SYMMETRIC.contains(s.concept()));
        if (equals && roles.size() > 1) {
            said.removeAll(roles);
            List<String> ids =
                    roles.stream().map(Said::concept).distinct().sorted().toList();
            boolean every = ids.contains(ALL) || ids.size() == all.size();
            add(every ? ALL : String.join("+", ids), Part.ROLE, Place.DOER);
        } else if (roles.isEmpty() && !inherited.isEmpty()) {
            inherited.forEach(id -> add(role(id), Part.ROLE, Place.DOER));
        } else if (roles.isEmpty() && (has(WHO) || (equals && said.stream().noneMatch(s -> s.place() != Place.FREE)))) {
            add(ALL, Part.ROLE, Place.DOER);
        }
    }

    private List<String> order() {
        List<List<Place>> sequences = moves
                ? List.of(List.of(Place.DOER, Place.THING, Place.DEED))
                : List.of(List.of(Place.DOER, Place.DEED), List.of(Place.THING, Place.DEED));
        List<String> order = new ArrayList<>(sequence(List.of(Place.AMOUNT)));
        order.add("|");
        said.stream()
                .map(Said::concept)
                .filter(concept -> concept.startsWith(FROM + ":"))
                .forEach(order::add);
        for (List<Place> places : sequences) {
            order.add("|");
            order.addAll(sequence(places));
        }
        return order;
    }

    /** Words of those places in their order; those joined as equals in that of the alphabet. */
    private List<String> sequence(List<Place> places) {
        List<String> sequence = new ArrayList<>();
        List<String> equals = new ArrayList<>();
        for (Said s : said) {
            if (!places.contains(s.place()) || s.concept().equals(ALL)) {
                continue;
            }
            if (!s.joined()) {
                equals.stream().sorted().forEach(sequence::add);
                equals.clear();
            }
            equals.add(s.concept());
        }
        equals.stream().sorted().forEach(sequence::add);
        return sequence;
    }

    boolean has(String concept) {
        return said.stream().anyMatch(s -> s.concept().equals(concept));
    }

    private void drop(String concept) {
        said.removeIf(s -> s.concept().equals(concept));
    }
}
