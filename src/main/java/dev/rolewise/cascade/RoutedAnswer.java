package dev.rolewise.cascade;

import dev.rolewise.question.Choice;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the question behind an answer was routed, and what came of it. It holds no text and no id of anybody.
 *
 * @param answerId what the answer is rated by
 * @param vector of the question
 * @param marks of the form of the question, as the learner wants them
 * @param choice what routing made of it
 * @param servedBy the tier that answered
 * @param keptShare how much of what the model said its passages carry, 0 to 1; empty where none said anything
 * @param at when
 */
public record RoutedAnswer(
        String answerId,
        Embedding vector,
        List<Double> marks,
        Choice choice,
        Tier servedBy,
        OptionalDouble keptShare,
        Instant at) {
    public RoutedAnswer {
        marks = List.copyOf(marks);
    }

    /** Of an answer that has just been given; empty where routing did not choose its tier, or it is given again. */
    public static Optional<RoutedAnswer> of(
            String answerId, QuestionProfile profile, Tier servedBy, Spending spending, Instant at) {
        OptionalDouble kept = spending.claims() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(spending.kept() / (double) spending.claims());
        return spending.choice()
                .map(choice -> new RoutedAnswer(
                        answerId, profile.embedding(), marks(profile.text()), choice, servedBy, kept, at));
    }

    private static List<Double> marks(String text) {
        return Arrays.stream(PromptMarks.of(text)).boxed().toList();
    }

    /** Whether the cheap tier was asked and the strong one had to answer. */
    boolean escalated() {
        return choice.tier() == Tier.CHEAP && servedBy == Tier.STRONG;
    }

    /** The marks, where they are those of today's learner. */
    Optional<double[]> usableMarks() {
        double[] row = marks.stream().mapToDouble(d -> d).toArray();
        return row.length == PromptMarks.of("").length ? Optional.of(row) : Optional.empty();
    }

    /** The question as the thresholds see it. */
    Weighed weighed(Optional<LearnedGain> learned) {
        double complexity = learned.flatMap(
                        gain -> usableMarks().map(row -> gain.moved(choice.complexity(), row, vector)))
                .orElse(choice.complexity());
        return new Weighed(choice.need(), complexity);
    }
}
