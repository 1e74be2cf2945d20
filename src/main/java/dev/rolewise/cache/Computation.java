package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;
import java.util.Optional;

/** How a question is answered where no answer to it is kept. Each method is called on the thread that asks. */
public interface Computation {
    /**
     * Whether the question may be met by the answer to another that asks for the same. One that was filled in from its
     * conversation may not: how it was filled in is told by rules, and a slip of theirs is not to reach other questions.
     */
    boolean standsAlone();

    /** What was understood of the question; takes about as long as one embedding a part, and no time when called again. */
    QuestionProfile understood();

    /** The id of the member who asks; empty where that is nobody in particular. */
    default Optional<String> asker() {
        return Optional.empty();
    }

    /** Does work that keeps the answer, where it may be kept; says whether it was done. A deletion waits for it. */
    default boolean keep(Runnable work) {
        work.run();
        return true;
    }

    /** Makes the answer. */
    Answer answer();
}
