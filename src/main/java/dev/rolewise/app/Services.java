package dev.rolewise.app;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import java.util.List;

/** Everything that is built, as far as the command line needs it. Thread-safe. */
interface Services extends AutoCloseable {
    /**
     * Answers a question.
     *
     * @param fresh whether the answer may not come from the cache
     */
    Answer ask(Question question, boolean fresh);

    /** The knowledge pack in use. */
    Pack pack();

    /** What is understood of a question, what is found for it and what is answered, as lines to print. */
    List<String> diagnose(String question);

    /** Ends everything that runs; answers under way are given up. */
    @Override
    void close();
}
