package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;

/** Says whether what a kept answer cites bears on a question that is asked now. Thread-safe; takes well under a millisecond. */
@FunctionalInterface
public interface Relevance {
    /** Whether each part of the question is met by what {@code kept} cites. */
    boolean bears(Answer kept, QuestionProfile asked);
}
