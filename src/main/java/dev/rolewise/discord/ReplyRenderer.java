package dev.rolewise.discord;

import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import net.dv8tion.jda.api.components.container.Container;

/**
 * Replies as Components V2: one container with text, a rule above the quiet lines, and rows of buttons. Whatever a reply
 * holds, the result keeps Discord's limits (4,000 characters of text and 40 components a message).
 */
final class ReplyRenderer {
    /** Room kept for the quiet lines, so that a long answer does not lose its sources. */
    private static final int MOST_KEPT_FOR_SMALL = 1_000;

    private ReplyRenderer() {}

    /**
     * The reply.
     *
     * @param deletable whether it carries the button that deletes it
     */
    static Container render(Reply reply, boolean deletable) {
        MessageLayout layout = new MessageLayout(keptForSmall(reply));
        for (Block block : reply.blocks()) {
            if (block instanceof Block.Actions actions) {
                layout.addButtons(actions.actions());
            } else {
                layout.addText(block);
            }
        }
        return layout.finish(deletable);
    }

    private static int keptForSmall(Reply reply) {
        int wanted = reply.blocks().stream()
                .filter(Block.Small.class::isInstance)
                .mapToInt(block -> BlockMarkup.of(block, MOST_KEPT_FOR_SMALL)
                        .map(text -> text.length() + 1)
                        .orElse(0))
                .sum();
        return Math.min(wanted, MOST_KEPT_FOR_SMALL);
    }
}
