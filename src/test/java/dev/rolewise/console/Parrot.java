package dev.rolewise.console;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import java.util.List;
import java.util.Optional;

/** A command {@code ask} that repeats what it is asked, with choices below; it fails on "crash". */
final class Parrot implements Command {
    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "ask",
                "Ask a question",
                List.of(
                        new Option("question", "What you want to know", Option.Kind.TEXT, true, 60, true),
                        new Option("private", "Only you see it", Option.Kind.YES_NO, false, 0, false)),
                Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.EVERYBODY;
    }

    private static String visible(String question) {
        return question.replaceAll("[\\p{Cc}\\p{Cf}]", "");
    }

    @Override
    public Reply run(CommandCall call) {
        String question = call.text("question").orElseThrow();
        if (question.contains("crash")) {
            throw new IllegalStateException("a secret detail");
        }
        return new Reply(List.of(
                new Block.Line(false, Optional.of("You said"), question + (call.flag("private") ? " (private)" : "")),
                new Block.Line(true, Optional.empty(), "a point"),
                new Block.Small("local"),
                new Block.Actions(List.of(
                        Action.labelled(new ActionId("ask", "evidence", visible(question)), "Show evidence"),
                        Action.symbol(new ActionId("ask", "good", ""), "Good answer", "👍"))),
                new Block.Actions(List.of(Action.labelled(new ActionId("ask", "more", ""), "Follow up")))));
    }

    @Override
    public List<String> complete(String option, String typed) {
        return List.of("What tools do they use?", "What skills do they need?");
    }

    @Override
    public Optional<Form> form(ActionId id) {
        return id.verb().equals("more")
                ? Optional.of(new Form("Follow up", "Your follow-up", "And …", 20))
                : Optional.empty();
    }

    @Override
    public Reply act(ActionCall call) {
        return switch (call.id().verb()) {
            case "evidence" ->
                new Reply(List.of(
                        new Block.Quote("The quote.", "Source, " + call.id().payload())));
            case "more" -> Reply.line("Following up on " + call.input().orElseThrow());
            default -> Reply.line("Thank you!");
        };
    }
}
