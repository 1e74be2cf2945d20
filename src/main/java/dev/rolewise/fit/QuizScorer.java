package dev.rolewise.fit;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores the answers to a pack's quizzes. A role's share is Σ weight · lean / Σ weight over all questions, so moving any one
 * answer towards a role never lowers its share. Immutable.
 */
public final class QuizScorer {
    private static final int MOST_REASONS = 3;
    private static final int WHOLE = 100;

    private final Pack pack;
    private final List<String> roles;
    private final Footnotes.Maker footnotes;

    public QuizScorer(Pack pack) {
        this.pack = pack;
        this.roles = pack.roles().stream().map(Role::id).toList();
        this.footnotes = new Footnotes.Maker(pack);
    }

    /**
     * What comes of those answers.
     *
     * @param quiz one of the pack's
     * @param answers one option for each question, counted from 0; anything else throws {@link IllegalArgumentException}
     */
    public QuizResult score(Quiz quiz, List<Integer> answers) {
        if (answers.size() != quiz.questions().size()
                || IntStream.range(0, answers.size())
                        .anyMatch(q -> answers.get(q) < 0
                                || answers.get(q)
                                        >= quiz.questions().get(q).options().size())) {
            throw new IllegalArgumentException("a result takes one answer to each question");
        }
        QuizScore score = QuizScore.of(quiz, roles, answers);
        Quiz.Outcome outcome = score.outcome();
        Footnotes notes = footnotes.fresh();
        List<Integer> percent = score.percent();
        return new QuizResult(
                quiz,
                answers,
                IntStream.range(0, roles.size())
                        .mapToObj(r -> new QuizResult.Share(pack.roles().get(r), percent.get(r)))
                        .toList(),
                outcome,
                new Cited(outcome.text(), notes.cite(outcome.statements())),
                reasons(quiz, answers, outcome.role(), notes),
                SmallestChange.of(quiz, roles, answers),
                outcome.disagreement().flatMap(id -> dispute(id, notes)),
                outcome.next().stream()
                        .map(step -> new Cited(step.text(), notes.cite(step.statements())))
                        .toList());
    }

    /** An answer, the role that it leans to, and by how much more than an even share; in points times roles. */
    private record Pull(int question, int option, int role, int strength) {}

    /** Answers towards the outcome's role first; where it names none, or too few are, towards any. */
    private List<QuizResult.Reason> reasons(
            Quiz quiz, List<Integer> answers, Optional<String> outcome, Footnotes notes) {
        return IntStream.range(0, answers.size())
                .mapToObj(q -> pull(quiz.questions().get(q), q, answers.get(q), outcome))
                .filter(pull -> pull.strength() > 0)
                .sorted(Comparator.comparing((Pull p) -> outcome.isPresent() && !isFor(p, outcome))
                        .thenComparing(Comparator.comparingInt(Pull::strength).reversed()))
                .limit(MOST_REASONS)
                .map(pull -> {
                    Quiz.Question question = quiz.questions().get(pull.question());
                    return new QuizResult.Reason(
                            question,
                            pull.option(),
                            pack.roles().get(pull.role()),
                            notes.cite(question.options().get(pull.option()).reasons()));
                })
                .toList();
    }

    private boolean isFor(Pull pull, Optional<String> outcome) {
        return outcome.filter(roles.get(pull.role())::equals).isPresent();
    }

    private Pull pull(Quiz.Question question, int index, int option, Optional<String> outcome) {
        int even = question.weight() * WHOLE;
        List<Pull> pulls = IntStream.range(0, roles.size())
                .mapToObj(r -> new Pull(
                        index, option, r, QuizScore.points(question, option, roles.get(r)) * roles.size() - even))
                .toList();
        return pulls.stream()
                .filter(p -> isFor(p, outcome) && p.strength() > 0)
                .findFirst()
                .or(() -> pulls.stream().max(Comparator.comparingInt(Pull::strength)))
                .orElseThrow();
    }

    private Optional<QuizResult.Dispute> dispute(String id, Footnotes notes) {
        return pack.disagreements().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .map(d -> new QuizResult.Dispute(
                        d.topic(),
                        d.decides(),
                        d.sides().stream().map(keys -> side(keys, notes)).toList()));
    }

    private static Cited side(List<String> keys, Footnotes notes) {
        var citations = notes.cite(keys);
        return new Cited(String.join(" ", citations.stream().map(c -> c.quote()).toList()), citations);
    }
}
