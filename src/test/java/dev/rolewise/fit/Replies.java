package dev.rolewise.fit;

import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import java.util.stream.Collectors;

/** What a reply says, as one text. */
final class Replies {
    private Replies() {}

    static String text(Reply reply) {
        return reply.blocks().stream()
                .map(Replies::text)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Block block) {
        if (block instanceof Block.Heading heading) {
            return "# " + heading.text();
        }
        if (block instanceof Block.Line line) {
            return (line.bullet() ? "• " : "") + line.label().map(l -> l + ": ").orElse("") + line.text();
        }
        if (block instanceof Block.Quote quote) {
            return "> " + quote.text() + " — " + quote.origin();
        }
        return block instanceof Block.Small small ? "(small) " + small.text() : "";
    }
}
