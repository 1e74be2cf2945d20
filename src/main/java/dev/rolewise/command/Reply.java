package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/**
 * What a command or an action answers.
 *
 * @param blocks from top to bottom; never empty
 */
public record Reply(List<Block> blocks) {
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
}
