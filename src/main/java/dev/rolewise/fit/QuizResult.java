package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import dev.rolewise.question.Citation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a quiz.
 *
 * @param quiz that was taken
 * @param answers one option for each question, counted from 0
 * @param shares one for each role of the pack, in its order; they add to 100
 * @param outcome the first that fits
 * @param meaning the outcome's text
 * @param reasons the answers that moved it most, at most three, the strongest first
 * @param change what would have led elsewhere
 * @param dispute on what the sources differ, where that bears on the outcome
 * @param next what to do next
 */
public record QuizResult(
        Quiz quiz,
        List<Integer> answers,
        List<Share> shares,
        Quiz.Outcome outcome,
        Cited meaning,
        List<Reason> reasons,
        QuizChange change,
        Optional<Dispute> dispute,
        List<Cited> next) {
    public QuizResult {
        answers = List.copyOf(answers);
        shares = List.copyOf(shares);
        reasons = List.copyOf(reasons);
        next = List.copyOf(next);
    }

    /**
     * How much of the answers' weight went to a role.
     *
     * @param percent 0 to 100
     */
    public record Share(Role role, int percent) {}

    /**
     * An answer that moved the result.
     *
     * @param option counted from 0
     * @param towards the role that it moved the result to
     * @param citations the statements on which that rests
     */
    public record Reason(Quiz.Question question, int option, Role towards, List<Citation> citations) {
        public Reason {
            citations = List.copyOf(citations);
        }

        /** The words of the option. */
        public String chosen() {
            return question.options().get(option).text();
        }
    }

    /**
     * A matter on which the sources differ.
     *
     * @param topic completes "My sources differ on …"
     * @param decides completes "It depends on …"
     * @param sides two or more
     */
    public record Dispute(String topic, String decides, List<Cited> sides) {
        public Dispute {
            sides = List.copyOf(sides);
        }
    }

    /** All citations, each once, by marker. */
    public List<Citation> citations() {
        Stream<Cited> texts = Stream.concat(
                Stream.concat(Stream.of(meaning), next.stream()),
                dispute.stream().flatMap(d -> d.sides().stream()));
        return Stream.concat(
                        texts.flatMap(t -> t.citations().stream()),
                        reasons.stream().flatMap(r -> r.citations().stream()))
                .distinct()
                .sorted(Comparator.comparingInt(Citation::marker))
                .toList();
    }
}
