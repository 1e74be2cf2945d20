package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the {@link QuizChange} for given answers. Exact: another outcome comes about only where an earlier one begins to
 * fit or the present one stops fitting, each a bound on one role's points, to which every question contributes on its own;
 * so the fewest answers are those that contribute most.
 */
final class SmallestChange {
    private final Quiz quiz;
    private final List<String> roles;
    private final List<Integer> answers;
    private final QuizScore score;

    private SmallestChange(Quiz quiz, List<String> roles, List<Integer> answers) {
        this.quiz = quiz;
        this.roles = roles;
        this.answers = answers;
        this.score = QuizScore.of(quiz, roles, answers);
    }

    /** A question, another option for it, and how many points of a role that moves. */
    private record Move(int question, int option, int points) {}

    static QuizChange of(Quiz quiz, List<String> roles, List<Integer> answers) {
        SmallestChange change = new SmallestChange(quiz, roles, answers);
        List<QuizChange.Flip> flips = change.flips();
        return flips.isEmpty() ? change.several() : new QuizChange.OneAnswer(flips);
    }

    private List<QuizChange.Flip> flips() {
        return IntStream.range(0, answers.size())
                .boxed()
                .flatMap(this::otherOptions)
                .sorted(Comparator.comparingInt(Move::points))
                .flatMap(move -> flip(move).stream())
                .toList();
    }

    /** The other options of a question, with the most points that they move for any role. */
    private Stream<Move> otherOptions(int question) {
        List<Integer> chosen = contribution(question, answers.get(question));
        return IntStream.range(0, quiz.questions().get(question).options().size())
                .filter(option -> option != answers.get(question))
                .mapToObj(option -> {
                    List<Integer> other = contribution(question, option);
                    int moved = IntStream.range(0, roles.size())
                            .map(r -> Math.abs(other.get(r) - chosen.get(r)))
                            .max()
                            .orElse(0);
                    return new Move(question, option, moved);
                });
    }

    private Optional<QuizChange.Flip> flip(Move move) {
        QuizScore other = after(List.of(move));
        Quiz.Question question = quiz.questions().get(move.question());
        return other.outcomeIndex() == score.outcomeIndex()
                ? Optional.empty()
                : Optional.of(new QuizChange.Flip(question, question.options().get(move.option()), other.outcome()));
    }

    private QuizChange several() {
        int present = score.outcomeIndex();
        Stream<Optional<List<Move>>> begins = quiz.outcomes().subList(0, present).stream()
                .map(o -> fewest(
                        o.role().orElseThrow(),
                        1,
                        bound(o) - score.points(o.role().orElseThrow())));
        Stream<Optional<List<Move>>> stops = score.outcome().role().stream()
                .map(role -> fewest(role, -1, score.points(role) - bound(score.outcome()) + 1));
        return Stream.concat(begins, stops)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(List::size))
                .<QuizChange>map(moves ->
                        new QuizChange.Several(moves.size(), after(moves).outcome()))
                .orElseGet(QuizChange.Never::new);
    }

    private int bound(Quiz.Outcome outcome) {
        return outcome.atLeast() * score.weight();
    }

    /** The fewest changes that move {@code needed} points of a role up (1) or down (-1), where any do. */
    private Optional<List<Move>> fewest(String role, int direction, int needed) {
        List<Move> best = IntStream.range(0, answers.size())
                .mapToObj(q -> best(q, role, direction))
                .sorted(Comparator.comparingInt(Move::points).reversed())
                .toList();
        List<Move> taken = new ArrayList<>();
        int moved = 0;
        for (Move move : best) {
            if (moved >= needed || move.points() <= 0) {
                break;
            }
            taken.add(move);
            moved += move.points();
        }
        return moved >= needed ? Optional.of(taken) : Optional.empty();
    }

    private Move best(int question, String role, int direction) {
        Quiz.Question asked = quiz.questions().get(question);
        int chosen = QuizScore.points(asked, answers.get(question), role);
        return IntStream.range(0, asked.options().size())
                .mapToObj(o -> new Move(question, o, direction * (QuizScore.points(asked, o, role) - chosen)))
                .max(Comparator.comparingInt(Move::points))
                .orElseThrow();
    }

    private QuizScore after(List<Move> moves) {
        List<Integer> changed = new ArrayList<>(answers);
        moves.forEach(move -> changed.set(move.question(), move.option()));
        return QuizScore.of(quiz, roles, changed);
    }

    private List<Integer> contribution(int question, int option) {
        return QuizScore.contribution(quiz.questions().get(question), option, roles);
    }
}
