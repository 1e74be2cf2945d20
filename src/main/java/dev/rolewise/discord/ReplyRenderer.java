package dev.rolewise.discord;

import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import net.dv8tion.jda.api.components.container.Container;

/**
 * Replies as Components V2: one container with text, pictures, files, a rule above the quiet lines, menus and rows of
 * buttons. Whatever a reply holds, the result keeps Discord's limits (4,000 characters of text, 40 components and 10 files a
 * message). The files go with it when it is sent.
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
        reply.blocks().forEach(layout::add);
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
