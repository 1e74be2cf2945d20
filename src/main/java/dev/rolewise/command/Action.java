package dev.rolewise.command;

/**
 * A button below a reply.
 *
 * @param id what it stands for
 * @param label at most 80 characters; what a terminal shows, and Discord where there is no symbol
 * @param symbol an emoji shown instead of the label, or empty text
 * @param marked whether it stands out: the next step, or what was chosen before
 */
public record Action(ActionId id, String label, String symbol, boolean marked) {
    /** A button with words on it. */
    public static Action labelled(ActionId id, String label) {
        return new Action(id, label, "", false);
    }

    /** A button with an emoji, whose words are for surfaces without emoji. */
    public static Action symbol(ActionId id, String label, String symbol) {
        return new Action(id, label, symbol, false);
    }

    /** The same button, standing out if {@code stands}. */
    public Action marked(boolean stands) {
        return new Action(id, label, symbol, stands);
    }
}
