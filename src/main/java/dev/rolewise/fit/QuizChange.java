package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import java.util.List;

/** The smallest change of answers that leads to another outcome. */
public sealed interface QuizChange {
    /**
     * One other answer is enough.
     *
     * @param flips each one that is, the one that moves the shares least first
     */
    record OneAnswer(List<Flip> flips) implements QuizChange {
        public OneAnswer {
            flips = List.copyOf(flips);
        }
    }

    /**
     * No single answer is enough.
     *
     * @param answers how many must change, at least two
     * @param to an outcome that so many lead to
     */
    record Several(int answers, Quiz.Outcome to) implements QuizChange {}

    /** Whatever the answers, the outcome is the same. */
    record Never() implements QuizChange {}

    /**
     * One answer given otherwise.
     *
     * @param option the other option
     * @param to where it leads
     */
    record Flip(Quiz.Question question, Quiz.Option option, Quiz.Outcome to) {}
}
