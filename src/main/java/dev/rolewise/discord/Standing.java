package dev.rolewise.discord;

import java.util.Optional;

/**
 * Where the reply to an interaction stands.
 *
 * @param visible whether everybody in the channel sees it
 * @param inPlace whether it takes the place of the message that the button or menu stands below
 * @param thread the thread that it starts, where it is visible and can
 */
record Standing(boolean visible, boolean inPlace, Optional<AnswerThread> thread) {
    Standing(boolean visible, boolean inPlace) {
        this(visible, inPlace, Optional.empty());
    }

    /** In a message of its own. */
    static Standing apart(boolean visible) {
        return new Standing(visible, false);
    }

    /** The same with a thread. */
    Standing starting(AnswerThread started) {
        return new Standing(visible, inPlace, Optional.of(started));
    }
}
