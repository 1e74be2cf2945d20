package dev.rolewise.discord;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import dev.rolewise.command.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A command of several things for those who manage the server: it takes a file, or asks for a title and a text. */
final class FakeDesk implements Command {
    static final int MOST_BYTES = 20;

    @Override
    public CommandSpec spec() {
        return CommandSpec.forManagers(
                "desk",
                "Looks after papers",
                CommandSpec.of("add", "Adds a paper", Option.file("file", "The paper")),
                CommandSpec.of(
                        "show",
                        "Shows a paper",
                        Option.text("name", "Which one", 40).needed().completing()));
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.EVERYBODY;
    }

    @Override
    public Optional<Asked> form(CommandCall call) {
        return call.subcommand().filter("add"::equals).isPresent()
                        && call.file("file").isEmpty()
                ? Optional.of(new Asked(new ActionId("desk", "write", "new"), paper(Optional.empty())))
                : Optional.empty();
    }

    @Override
    public Reply run(CommandCall call) {
        Optional<Upload> file = call.file("file");
        if (file.isPresent()) {
            return Reply.line(read(file.get()));
        }
        return new Reply(List.of(
                new Block.Line(
                        false,
                        Optional.empty(),
                        call.subcommand().orElse("?") + " " + call.text("name").orElse("?")),
                new Block.Actions(List.of(Action.labelled(new ActionId("desk", "edit", "1"), "Edit")))));
    }

    @Override
    public List<String> complete(Caller caller, String option, String typed) {
        return List.of(option + " " + typed + " for " + caller.serverId().orElse("nobody"));
    }

    @Override
    public Optional<Form> form(ActionCall press) {
        return Optional.of(paper(Optional.of("as it was for " + press.caller().memberId())));
    }

    @Override
    public Reply act(ActionCall call) {
        return Reply.line(
                call.input("title").orElse("?") + ": " + call.input("text").orElse("?"));
    }

    private static Form paper(Optional<String> text) {
        return new Form(
                "A paper",
                List.of(
                        new Form.Field("title", "Title", "What it is called", 80, true, Optional.empty()),
                        new Form.Field("text", "Text", "", 4000, false, text)));
    }

    private static String read(Upload file) {
        try {
            return file.name() + ", " + file.size() + " bytes: "
                    + new String(file.read(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
