package dev.rolewise.console;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A command of several things: it takes a file, or asks for a title and a text. */
final class Papers implements Command {
    @Override
    public CommandSpec spec() {
        return CommandSpec.forManagers(
                "papers",
                "Looks after papers",
                CommandSpec.of("add", "Adds a paper", Option.file("file", "The paper")),
                CommandSpec.of(
                        "show",
                        "Shows a paper",
                        Option.text("name", "Which one", 40).needed()));
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Optional<Asked> form(CommandCall call) {
        Form form = new Form(
                "A paper",
                List.of(
                        new Form.Field("title", "Title", "", 10, true, Optional.empty()),
                        new Form.Field("text", "Text", "", 10, false, Optional.of("as it was"))));
        return call.file("file").isPresent() || call.text("name").isPresent()
                ? Optional.empty()
                : Optional.of(new Asked(new ActionId("papers", "write", "new"), form));
    }

    @Override
    public Reply run(CommandCall call) {
        try {
            return Reply.line(
                    call.file("file").isPresent()
                            ? new String(call.file("file").get().read(8), StandardCharsets.UTF_8)
                            : call.subcommand().orElse("?") + " "
                                    + call.text("name").orElse("?"));
        } catch (IOException e) {
            return Reply.line(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Reply act(ActionCall call) {
        return Reply.line(
                call.input("title").orElse("?") + ": " + call.input("text").orElse("?"));
    }
}
