package dev.rolewise.answer;

import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.command.Caller;
import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;

/** Told what is asked and how answers are received. Implementations are thread-safe, and return at once. */
@FunctionalInterface
public interface AnswerListener {
    /** The caller was given that answer. */
    void given(Caller caller, Answer answer);

    /** The caller rated an answer to that question. */
    default void rated(Caller caller, QuestionProfile question, Rating rating) {
        // most only count
    }

    /** The caller took their rating of an answer to that question back. */
    default void takenBack(Caller caller, QuestionProfile question) {
        // most only count
    }
}
