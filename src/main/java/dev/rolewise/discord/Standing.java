package dev.rolewise.discord;

/**
 * Where the reply to an interaction stands.
 *
 * @param visible whether everybody in the channel sees it
 * @param inPlace whether it takes the place of the message that the button or menu stands below
 */
record Standing(boolean visible, boolean inPlace) {
    /** In a message of its own. */
    static Standing apart(boolean visible) {
        return new Standing(visible, false);
    }
}
