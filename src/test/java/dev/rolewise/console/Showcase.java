package dev.rolewise.console;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Choice;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Option;
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A command {@code show} with pictures, files, a table, menus and numbers. */
final class Showcase implements Command {
    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "show",
                "Show things",
                List.of(
                        new Option("what", "What to show", Option.Kind.TEXT, false, 60, false),
                        new Option("users", "How many there are", Option.Kind.NUMBER, false, 0, false)),
                Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.EVERYBODY;
    }

    @Override
    public Optional<Reply> decline(CommandCall call) {
        return call.text("what").filter("limit"::equals).map(limit -> Reply.line("Not now, please."));
    }

    @Override
    public Reply run(CommandCall call) {
        return run(call, Progress.NONE);
    }

    @Override
    public Reply run(CommandCall call, Progress progress) {
        return switch (call.text("what").orElse("")) {
            case "picture" ->
                new Reply(List.of(new Block.Picture(
                        new Attachment("map.png", "image/png", new byte[] {1}), "Two gardeners beside each other.")));
            case "text" -> file("table.csv", "text/csv", "tool,height\nsaw,\u001B[2J20 m\n");
            case "binary" -> file("table.zip", "application/zip", "x".repeat(3_000));
            case "table" ->
                new Reply(List.of(
                        new Block.Table(List.of("", "Height"), List.of(List.of("Saw", "20 m"), List.of("Spade", "")))));
            case "check" -> {
                progress.show(Reply.line("So far."));
                progress.show(Reply.line("A little more."));
                yield Reply.line("In full.");
            }
            case "menu" -> menus();
            default -> Reply.line("Shown: " + call.texts());
        };
    }

    @Override
    public Optional<Form> form(ActionId id) {
        return id.verb().equals("fill") ? Optional.of(new Form("Fill in", "Words", "", 40)) : Optional.empty();
    }

    @Override
    public Optional<Reply> decline(ActionCall call) {
        return call.id().verb().equals("fill") ? Optional.of(Reply.line("Not now, please.")) : Optional.empty();
    }

    @Override
    public Audience audience(ActionId id) {
        return Audience.IN_PLACE;
    }

    @Override
    public Reply act(ActionCall call) {
        return Reply.aside(call.id().verb() + " " + call.chosen());
    }

    private static Reply menus() {
        return new Reply(List.of(
                new Block.Actions(
                        List.of(Action.labelled(id("next"), "Next").marked(true), Action.labelled(id("fill"), "Fill"))),
                new Block.Menu(
                        id("one"),
                        "One of:",
                        1,
                        List.of(new Choice("a", "Apple", false), new Choice("p", "Pear", true))),
                new Block.Menu(
                        id("some"),
                        "Some of:",
                        2,
                        List.of(
                                new Choice("x", "Oak", false),
                                new Choice("y", "Elm", false),
                                new Choice("z", "Yew", false)))));
    }

    private static Reply file(String name, String type, String content) {
        return new Reply(
                List.of(new Block.Download(new Attachment(name, type, content.getBytes(StandardCharsets.UTF_8)))));
    }

    private static ActionId id(String verb) {
        return new ActionId("show", verb, "");
    }
}
