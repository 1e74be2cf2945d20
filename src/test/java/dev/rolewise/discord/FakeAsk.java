package dev.rolewise.discord;

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
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** A command that repeats what it is told, and does what no command should when it is told so. */
final class FakeAsk implements Command {
    static final String LONG_SENTENCE = "This is one of many sentences, all of them alike. ";

    final CountDownLatch gate = new CountDownLatch(1);
    private final String description;

    FakeAsk(String description) {
        this.description = description;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "ask",
                description,
                List.of(
                        new Option("question", "What to ask", Option.Kind.TEXT, true, 400, true),
                        new Option("private", "Only for you", Option.Kind.YES_NO, false, 0, false)),
                Optional.of("Ask about this message"));
    }

    @Override
    public Audience audience(CommandCall call) {
        if (call.text("question").filter("unsure"::equals).isPresent()) {
            throw new IllegalStateException("a fault before anything is deferred");
        }
        return call.flag("private") ? Audience.CALLER : Audience.EVERYBODY;
    }

    @Override
    public Reply run(CommandCall call) {
        String question = call.text("question").orElse("");
        return switch (question) {
            case "boom" -> throw new IllegalStateException("a fault in the command");
            case "slow" -> slow();
            case "long" -> Reply.line(LONG_SENTENCE.repeat(200));
            default -> reply(call.caller().serverId().isPresent() ? "server: " + question : "direct: " + question);
        };
    }

    @Override
    public List<String> complete(String option, String typed) {
        return IntStream.range(0, 40)
                .mapToObj(i -> i == 0 ? "x".repeat(101) : typed + " " + i)
                .toList();
    }

    @Override
    public Optional<Form> form(ActionId id) {
        return id.verb().equals("follow")
                ? Optional.of(new Form("Follow-up", "Your question", "Ask further", 400))
                : Optional.empty();
    }

    @Override
    public Audience audience(ActionId id) {
        return id.verb().equals("again") ? Audience.SAME : Audience.CALLER;
    }

    @Override
    public Reply act(ActionCall call) {
        return reply(call.id().verb() + " " + call.id().payload()
                + call.input().map(" with "::concat).orElse(""));
    }

    private Reply slow() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        return Reply.line("At last.");
    }

    private static Reply reply(String text) {
        return new Reply(List.of(
                new Block.Line(false, Optional.empty(), text),
                new Block.Small("a receipt"),
                new Block.Actions(List.of(
                        Action.labelled(new ActionId("ask", "evidence", "42"), "Show evidence"),
                        Action.labelled(new ActionId("ask", "follow", "42"), "Follow up"),
                        Action.labelled(new ActionId("ask", "again", "42"), "Again"),
                        Action.labelled(new ActionId("gone", "do", ""), "Gone")))));
    }
}
