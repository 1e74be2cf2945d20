package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the weight of some answers is shared out among the roles, without any rounding.
 *
 * @param quiz whose answers they are
 * @param roles ids of the roles
 * @param points for each role the sum of weight times lean over all questions; divided by {@link #weight} it is the role's
 *     share in per cent
 */
record QuizScore(Quiz quiz, List<String> roles, List<Integer> points) {
    private static final int WHOLE = 100;

    QuizScore {
        roles = List.copyOf(roles);
        points = List.copyOf(points);
    }

    /** The score of one option for each question, counted from 0. */
    static QuizScore of(Quiz quiz, List<String> roles, List<Integer> answers) {
        List<Integer> points = Collections.nCopies(roles.size(), 0);
        for (int i = 0; i < answers.size(); i++) {
            points = plus(points, contribution(quiz.questions().get(i), answers.get(i), roles));
        }
        return new QuizScore(quiz, roles, points);
    }

    /** What an option adds to the points of each role. */
    static List<Integer> contribution(Quiz.Question question, int option, List<String> roles) {
        return roles.stream().map(role -> points(question, option, role)).toList();
    }

    /** What an option adds to the points of a role. */
    static int points(Quiz.Question question, int option, String role) {
        return question.weight() * question.options().get(option).lean().getOrDefault(role, 0);
    }

    static List<Integer> plus(List<Integer> a, List<Integer> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) + b.get(i)).toList();
    }

    /** Sum of the weights of all questions. */
    int weight() {
        return weight(quiz);
    }

    static int weight(Quiz quiz) {
        return quiz.questions().stream().mapToInt(Quiz.Question::weight).sum();
    }

    /** The first outcome that fits. */
    Quiz.Outcome outcome() {
        return quiz.outcomes().get(outcomeIndex());
    }

    /** The place of the first outcome that fits, counted from 0. */
    int outcomeIndex() {
        int weight = weight();
        int last = quiz.outcomes().size() - 1;
        return IntStream.range(0, last)
                .filter(i -> fits(quiz.outcomes().get(i), weight))
                .findFirst()
                .orElse(last);
    }

    private boolean fits(Quiz.Outcome outcome, int weight) {
        return outcome.role()
                .map(role -> points(role) >= outcome.atLeast() * weight)
                .orElse(true);
    }

    int points(String role) {
        return points.get(roles.indexOf(role));
    }

    /** Whether no role alone has the largest share. */
    boolean tied() {
        int most = Collections.max(points);
        return points.stream().filter(p -> p == most).count() > 1;
    }

    /**
     * The shares in whole per cent, which add to 100: what is left after rounding down goes to the largest remainders, of
     * equal ones to the larger share, so that a lead of half a point still shows.
     */
    List<Integer> percent() {
        int weight = weight();
        List<Integer> shares =
                new ArrayList<>(points.stream().map(p -> p / weight).toList());
        int left = WHOLE - shares.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> points.get(i) % weight)
                        .thenComparingInt(points::get)
                        .reversed())
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return List.copyOf(shares);
    }
}
