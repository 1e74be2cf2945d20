package dev.rolewise.command;

/**
 * A button below a reply.
 *
 * @param id what it stands for
 * @param label at most 80 characters; what a terminal shows, and Discord where there is no symbol
 * @param symbol an emoji shown instead of the label, or empty text
 */
public record Action(ActionId id, String label, String symbol) {
    /** A button with words on it. */
    public static Action labelled(ActionId id, String label) {
        return new Action(id, label, "");
    }
}
