package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/**
 * What a command or an action answers.
 *
 * @param blocks from top to bottom; never empty
 * @param aside whether only the caller sees it, and an {@link Audience#IN_PLACE} action leaves what stands there as it is
 */
public record Reply(List<Block> blocks, boolean aside) {
    /** A reply to whom the command's {@link Audience} says. */
    public Reply(List<Block> blocks) {
        this(blocks, false);
    }

    public Reply {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a reply says something");
        }
    }

    /** One plain line. */
    public static Reply line(String text) {
        return new Reply(List.of(new Block.Line(false, Optional.empty(), text)));
    }

    /** One plain line that only the caller sees. */
    public static Reply aside(String text) {
        return new Reply(line(text).blocks(), true);
    }
}
