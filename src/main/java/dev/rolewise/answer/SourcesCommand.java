package dev.rolewise.answer;

import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /sources}: what the answers are made of, and who wrote it. Thread-safe. */
public final class SourcesCommand implements Command {
    private final Pack pack;

    public SourcesCommand(Pack pack) {
        this.pack = pack;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec("sources", "Show what my answers are made of", List.of(), Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Reply run(CommandCall call) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("My sources"));
        blocks.add(new Block.Line(
                false,
                Optional.empty(),
                "Every sentence of an answer stands in one of these, with a marker that says which."));
        for (Source source : pack.sources()) {
            int statements = source.passages().stream()
                    .mapToInt(p -> p.statements().size())
                    .sum();
            String kind = source.note() ? "our notes on: " : "";
            blocks.add(new Block.Line(
                    true,
                    Optional.of(source.title()),
                    kind + source.attribution() + " (" + statements + " statements)"));
        }
        return new Reply(blocks);
    }
}
