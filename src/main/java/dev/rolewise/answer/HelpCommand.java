package dev.rolewise.answer;

import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /help}: what the bot is for and how to use it. Thread-safe. */
public final class HelpCommand implements Command {
    private static final CommandSpec SPEC = new CommandSpec("help", "Show what I can do", List.of(), Optional.empty());

    private final Pack pack;
    private final List<CommandSpec> others;

    /** {@code others} are the commands besides this one. */
    public HelpCommand(Pack pack, List<Command> others) {
        this.pack = pack;
        this.others = others.stream().map(Command::spec).toList();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Reply run(CommandCall call) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What I can do"));
        blocks.add(
                line(
                        "I answer questions about " + pack.about()
                                + ", only from my sources, and show which source each sentence stands in. What they don't say, I don't make up."));
        Stream.concat(others.stream(), Stream.of(SPEC))
                .forEach(spec -> blocks.add(new Block.Line(true, Optional.of("/" + spec.name()), spec.description())));
        others.stream()
                .flatMap(spec -> spec.onMessage().stream())
                .forEach(label -> blocks.add(new Block.Line(
                        true, Optional.of("Right-click a message › Apps › " + label), "Answer what somebody wrote")));
        blocks.add(line(
                "Below an answer you can ask a follow-up (“and for the other role?”), see the evidence, and rate it."));
        blocks.add(line("For a start: " + String.join(" · ", pack.tries())));
        return new Reply(blocks);
    }

    private static Block line(String text) {
        return new Block.Line(false, Optional.empty(), text);
    }
}
