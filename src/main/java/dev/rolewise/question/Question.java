package dev.rolewise.question;

import java.util.List;

/**
 * What is asked.
 *
 * @param text the question as typed
 * @param conversation earlier turns of the same member in the same place, oldest first; usually none or one
 * @param scope whose knowledge may be used
 */
public record Question(String text, List<Turn> conversation, Scope scope) {
    public Question {
        conversation = List.copyOf(conversation);
    }

    /** A question by itself, to the installation. */
    public static Question of(String text) {
        return new Question(text, List.of(), Scope.INSTALLATION);
    }
}
