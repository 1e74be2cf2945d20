package dev.rolewise.answer;

import dev.rolewise.cascade.RouteFacts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import java.util.List;

/**
 * What the local tier says to a question, with what it was made of.
 *
 * @param answer as it can be shown
 * @param profile of the whole question
 * @param evidences for each part that is answered, in order
 * @param facts what routing goes by
 * @param own whether documents of the scope speak in it, or alone may: their words are shown as they are, by no model
 */
record LocalDraft(Answer answer, QuestionProfile profile, List<Evidence> evidences, RouteFacts facts, boolean own) {
    LocalDraft {
        evidences = List.copyOf(evidences);
    }

    /** The same with another answer. */
    LocalDraft with(Answer other) {
        return new LocalDraft(other, profile, evidences, facts, own);
    }
}
