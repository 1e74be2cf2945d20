package dev.rolewise.fit;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import dev.rolewise.testing.Packs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Small quizzes about the roles of the small pack, made for tests. */
final class Quizzes {
    static final Role TREES = Packs.gardeners().roles().get(0);
    static final Role GARDENS = Packs.gardeners().roles().get(1);
    static final List<String> BOTH = List.of(TREES.id(), GARDENS.id());

    /** Keys of statements of the small pack, in its order. */
    static final List<String> KEYS = Packs.gardeners().passages().stream()
            .flatMap(p -> p.statements().stream())
            .map(s -> s.key())
            .toList();

    private static final List<String> WORDS = List.of("Heights", "Tools", "Clients", "Season", "Plants");

    private Quizzes() {}

    /** The small pack with those quizzes. */
    static Pack pack(Quiz... quizzes) {
        return pack(Packs.gardeners().roles(), quizzes);
    }

    static Pack pack(List<Role> roles, Quiz... quizzes) {
        Pack p = Packs.gardeners();
        return new Pack(
                p.id(),
                p.title(),
                p.about(),
                p.tries(),
                p.greeting(),
                roles,
                p.aspects(),
                p.synonyms(),
                p.sources(),
                p.disagreements(),
                p.premises(),
                p.gaps(),
                p.situations(),
                p.intents(),
                p.coverage(),
                p.questions(),
                p.asked(),
                p.comparison(),
                List.of(quizzes));
    }

    /** Three questions of weights 3, 2 and 1, each from wholly trees over even to wholly gardens. */
    static Quiz outdoors() {
        return quiz("outdoors", question(0, 3, 100, 50, 0), question(1, 2, 100, 50, 0), question(2, 1, 100, 50, 0));
    }

    static Quiz quiz(String id, Quiz.Question... questions) {
        return quiz(id, outcomes(), questions);
    }

    static Quiz quiz(String id, List<Quiz.Outcome> outcomes, Quiz.Question... questions) {
        return new Quiz(
                id,
                "abc123",
                "Title of " + id,
                "Where would you rather be?",
                "The questions and weights are ours.",
                List.of(questions),
                outcomes);
    }

    static Quiz version(Quiz quiz, String version) {
        return new Quiz(
                quiz.id(), version, quiz.title(), quiz.description(), quiz.note(), quiz.questions(), quiz.outcomes());
    }

    /** A question whose options give so many per cent to trees and the rest to gardens. */
    static Quiz.Question question(int index, int weight, int... toTrees) {
        List<Quiz.Option> options = new ArrayList<>();
        for (int lean : toTrees) {
            options.add(option(index, options.size(), Map.of(TREES.id(), lean, GARDENS.id(), 100 - lean), lean == 50));
        }
        return new Quiz.Question(
                "q" + index, WORDS.get(index % WORDS.size()) + index, "Question " + index + "?", weight, options);
    }

    static Quiz.Option option(int question, int index, Map<String, Integer> lean, boolean even) {
        return new Quiz.Option(
                "private words " + question + FitAnswers.shown(index),
                lean,
                even ? List.of() : List.of(KEYS.get((question * 3 + index) % KEYS.size())));
    }

    /** Clearly from 70 per cent, leaning from 55, for either role; else none. */
    static List<Quiz.Outcome> outcomes() {
        return List.of(
                outcome("trees-clear", Optional.of(TREES), 70),
                outcome("gardens-clear", Optional.of(GARDENS), 70),
                outcome("trees-lean", Optional.of(TREES), 55),
                outcome("gardens-lean", Optional.of(GARDENS), 55),
                outcome("none", Optional.empty(), 0));
    }

    static Quiz.Outcome outcome(String id, Optional<Role> role, int atLeast) {
        return new Quiz.Outcome(
                id,
                role.map(Role::id),
                atLeast,
                "Outcome " + id,
                "This is what " + id + " means.",
                List.of(KEYS.get(0)),
                List.of(new Quiz.Step("Read on.", List.of(KEYS.get(1))), new Quiz.Step("Run /compare.", List.of())),
                role.isPresent()
                        ? Optional.empty()
                        : Optional.of(Packs.gardeners().disagreements().get(0).id()));
    }

    /** A role that the small pack does not have. */
    static Role third() {
        return new Role("pond-keeper", "pond keeper", "pond keepers", "pond keeping", List.of(), List.of());
    }

    /** Leans for all three roles. */
    static Map<String, Integer> leans(int trees, int gardens, int ponds) {
        Map<String, Integer> leans = new LinkedHashMap<>();
        leans.put(TREES.id(), trees);
        leans.put(GARDENS.id(), gardens);
        leans.put(third().id(), ponds);
        return leans;
    }

    /** Gives every combination of answers. */
    static void everyCombination(Quiz quiz, Consumer<List<Integer>> each) {
        combine(quiz, new ArrayList<>(), each);
    }

    private static void combine(Quiz quiz, List<Integer> soFar, Consumer<List<Integer>> each) {
        if (soFar.size() == quiz.questions().size()) {
            each.accept(List.copyOf(soFar));
            return;
        }
        IntStream.range(0, quiz.questions().get(soFar.size()).options().size()).forEach(option -> {
            List<Integer> longer = new ArrayList<>(soFar);
            longer.add(option);
            combine(quiz, longer, each);
        });
    }
}
