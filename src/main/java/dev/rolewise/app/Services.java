package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cascade.Routing;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Tier;
import java.util.List;

/** Everything that is built, as far as the command line needs it. Thread-safe. */
interface Services extends AutoCloseable {
    /** Answers a question. */
    Answer ask(Question question, AskOptions options);

    /** Whether that tier is set up. */
    boolean has(Tier tier);

    /** The knowledge pack in use. */
    Pack pack();

    /** What is understood of a question that stands alone. */
    QuestionProfile profile(String question);

    /** What questions are routed by. */
    Routing routing();

    /** What is understood of a question, what is found for it and what is answered, as lines to print. */
    List<String> diagnose(String question);

    /** Ends everything that runs; answers under way are given up. */
    @Override
    void close();
}
