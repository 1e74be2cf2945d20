package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts the combinations of answers to a quiz by the points that they give each role, question by question. Exact, and far
 * smaller than the combinations: two roles share at most 100 · Σ weight points, so there are at most 3,001 sums where there
 * can be 5^10 combinations.
 */
final class QuizCount {
    private final Quiz quiz;
    private final List<String> roles;

    private QuizCount(Quiz quiz, List<String> roles) {
        this.quiz = quiz;
        this.roles = roles;
    }

    static QuizFinding of(Quiz quiz, List<Role> roles) {
        return new QuizCount(quiz, roles.stream().map(Role::id).toList()).finding();
    }

    private QuizFinding finding() {
        Map<List<Integer>, Long> sums = sums(quiz.questions());
        Map<String, Long> outcomes = new LinkedHashMap<>();
        quiz.outcomes().forEach(o -> outcomes.put(o.id(), 0L));
        Map<String, Long> named = new LinkedHashMap<>();
        roles.forEach(role -> named.put(role, 0L));
        long ties = 0;
        for (Map.Entry<List<Integer>, Long> sum : sums.entrySet()) {
            QuizScore score = new QuizScore(quiz, roles, sum.getKey());
            Quiz.Outcome outcome = score.outcome();
            outcomes.merge(outcome.id(), sum.getValue(), Long::sum);
            outcome.role().ifPresent(role -> named.merge(role, sum.getValue(), Long::sum));
            ties += score.tied() ? sum.getValue() : 0;
        }
        long combinations = sums.values().stream().mapToLong(Long::longValue).sum();
        return new QuizFinding(
                quiz.id(),
                quiz.version(),
                combinations,
                outcomes,
                named,
                ties,
                means(sums, combinations),
                loweringFlips());
    }

    /** How many combinations of answers to those questions give each sum of points. */
    private Map<List<Integer>, Long> sums(List<Quiz.Question> questions) {
        Map<List<Integer>, Long> sums = Map.of(Collections.nCopies(roles.size(), 0), 1L);
        for (Quiz.Question question : questions) {
            Map<List<Integer>, Long> next = new HashMap<>();
            for (int option = 0; option < question.options().size(); option++) {
                List<Integer> added = QuizScore.contribution(question, option, roles);
                sums.forEach((sum, count) -> next.merge(QuizScore.plus(sum, added), count, Long::sum));
            }
            sums = next;
        }
        return sums;
    }

    private Map<String, BigDecimal> means(Map<List<Integer>, Long> sums, long combinations) {
        Map<String, BigDecimal> means = new LinkedHashMap<>();
        BigDecimal whole = BigDecimal.valueOf(combinations * QuizScore.weight(quiz) * 100);
        for (int i = 0; i < roles.size(); i++) {
            int role = i;
            long points = sums.entrySet().stream()
                    .mapToLong(sum -> sum.getKey().get(role) * sum.getValue())
                    .sum();
            means.put(roles.get(i), QuizFinding.ratio(BigDecimal.valueOf(points), whole));
        }
        return means;
    }

    /** Pairs of options of one question, the second leaning more to a role, that lower its share beside some other answers. */
    private long loweringFlips() {
        return IntStream.range(0, quiz.questions().size())
                .mapToLong(this::loweringFlips)
                .sum();
    }

    private long loweringFlips(int index) {
        Quiz.Question question = quiz.questions().get(index);
        List<Quiz.Question> others = IntStream.range(0, quiz.questions().size())
                .filter(i -> i != index)
                .mapToObj(quiz.questions()::get)
                .toList();
        Iterable<List<Integer>> beside = sums(others).keySet();
        long lowering = 0;
        for (int from = 0; from < question.options().size(); from++) {
            for (int to = 0; to < question.options().size(); to++) {
                for (String role : roles) {
                    boolean towards = lean(question, to, role) > lean(question, from, role);
                    lowering += towards && lowers(question, from, to, role, beside) ? 1 : 0;
                }
            }
        }
        return lowering;
    }

    private boolean lowers(Quiz.Question question, int from, int to, String role, Iterable<List<Integer>> beside) {
        List<Integer> before = QuizScore.contribution(question, from, roles);
        List<Integer> after = QuizScore.contribution(question, to, roles);
        for (List<Integer> sum : beside) {
            QuizScore less = new QuizScore(quiz, roles, QuizScore.plus(sum, before));
            QuizScore more = new QuizScore(quiz, roles, QuizScore.plus(sum, after));
            if (more.points(role) < less.points(role)) {
                return true;
            }
        }
        return false;
    }

    private static int lean(Quiz.Question question, int option, String role) {
        return question.options().get(option).lean().getOrDefault(role, 0);
    }
}
