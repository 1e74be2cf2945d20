package dev.rolewise.discord;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A command that shows whatever a reply can hold, and whose buttons change the message below which they stand. */
final class FakeShow implements Command {
    static final String ALT = "Two gardeners, one of them on a tree.";
    static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);
    static final String TABLE = "tool,height\nsaw,20 m\n";

    /** Opens when a worker is waiting at {@link #gate}. */
    final CountDownLatch waiting = new CountDownLatch(1);

    final CountDownLatch gate = new CountDownLatch(1);

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "show",
                "Shows a thing",
                List.of(
                        new Option("what", "What to show", Option.Kind.TEXT, true, 40, false),
                        new Option("amount", "How much of it", Option.Kind.NUMBER, false, 0, false),
                        new Option("private", "Only for you", Option.Kind.YES_NO, false, 0, false)),
                Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return call.flag("private") ? Audience.CALLER : Audience.EVERYBODY;
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
            case "picture" -> new Reply(List.of(picture("map.png"), picture("map.png")));
            case "file" ->
                new Reply(List.of(new Block.Download(
                        new Attachment("table.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)))));
            case "amount" -> Reply.line(call.text("amount").orElse("none"));
            case "rights" -> rights(call.caller().manages());
            case "aside" -> Reply.aside("Between you and me.");
            case "progress" -> progressing(progress);
            case "hasty" -> {
                progress.show(Reply.line("So far."));
                yield Reply.line("In full.");
            }
            case "hasty aside" -> {
                progress.show(Reply.line("So far."));
                yield Reply.aside("Not for everybody.");
            }
            default -> step(0);
        };
    }

    @Override
    public Audience audience(ActionId id) {
        return Audience.IN_PLACE;
    }

    @Override
    public Optional<Reply> decline(ActionCall call) {
        return call.id().verb().equals("limit") ? Optional.of(Reply.line("Not now, please.")) : Optional.empty();
    }

    @Override
    public Optional<Form> form(ActionId id) {
        return id.verb().equals("fill") || id.verb().equals("limit")
                ? Optional.of(new Form("Fill in", "Words", "", 40))
                : Optional.empty();
    }

    @Override
    public Reply act(ActionCall call, Progress progress) {
        return switch (call.id().verb()) {
            case "next" -> step(Integer.parseInt(call.id().payload()) + 1);
            case "pick" -> Reply.line("Chosen: " + call.chosen());
            case "fill" -> rights(call.caller().manages());
            case "aside" -> Reply.aside("Between you and me.");
            case "wait" -> {
                await();
                yield Reply.line("At last.");
            }
            case "check" -> progressing(progress);
            default -> throw new IllegalStateException("a fault in the action");
        };
    }

    /** Even steps have a picture; every step has the button to the next one. */
    private static Reply step(int number) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Line(false, Optional.empty(), "Step " + number));
        if (number % 2 == 0) {
            blocks.add(picture("step.png"));
        }
        blocks.add(new Block.Menu(
                id("pick", ""),
                "Pick two",
                2,
                List.of(
                        new Choice("a", "Apple", true),
                        new Choice("p", "Pear", false),
                        new Choice("q", "Quince", false))));
        blocks.add(new Block.Actions(List.of(
                Action.labelled(id("next", "" + number), "Next").marked(true),
                Action.labelled(id("fill", ""), "Fill"),
                Action.labelled(id("aside", ""), "Aside"),
                Action.labelled(id("fail", ""), "Fail"),
                Action.labelled(id("wait", ""), "Wait"),
                Action.labelled(id("check", ""), "Check"),
                Action.labelled(id("limit", ""), "Limit"))));
        return new Reply(blocks);
    }

    private Reply progressing(Progress progress) {
        progress.show(new Reply(List.of(new Block.Line(false, Optional.empty(), "So far."), picture("draft.png"))));
        await();
        return Reply.line("In full.");
    }

    private void await() {
        waiting.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Reply rights(boolean manages) {
        return Reply.line(manages ? "manages" : "does not manage");
    }

    private static Block picture(String name) {
        return new Block.Picture(new Attachment(name, "image/png", PICTURE), ALT);
    }

    private static ActionId id(String verb, String payload) {
        return new ActionId("show", verb, payload);
    }
}
