package dev.rolewise.retrieval;

import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;

/** Finds the passages that may answer a question. Thread-safe. */
public interface Retriever {
    /**
     * The passages for a profile, best first.
     *
     * @param profile what is asked, with its embedding
     * @param scope whose knowledge may be used
     * @param limit at most so many passages
     */
    Evidence retrieve(QuestionProfile profile, Scope scope, int limit);
}
