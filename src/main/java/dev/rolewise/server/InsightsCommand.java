package dev.rolewise.server;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code /insights}: what members of the server miss, with a button to write the answer; what they ask. Thread-safe. */
public final class InsightsCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "insights";

    private static final int SHOWN_GAPS = 5;
    private static final int SHOWN_TOPICS = 8;
    private static final int EXAMPLES = 2;
    private static final String ANSWER = "answer";
    private static final String QUESTION = "question";
    private static final String NOT_HERE = "Insights belong to a server: please use me there.";

    private final Insights insights;
    private final Corrections corrections;
    private final UnaryOperator<String> masked;

    /** {@code masked} takes out of a text what must not be kept: tokens, addresses, telephone numbers. */
    public InsightsCommand(Insights insights, Corrections corrections, UnaryOperator<String> masked) {
        this.insights = insights;
        this.corrections = corrections;
        this.masked = masked;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                NAME,
                "See what members ask and what I could not answer",
                List.of(),
                Optional.empty(),
                List.of(),
                CommandSpec.Access.MANAGERS);
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Optional<Reply> decline(CommandCall call) {
        return call.caller().serverId().isEmpty() ? Optional.of(Reply.aside(NOT_HERE)) : Optional.empty();
    }

    @Override
    public Optional<Reply> decline(ActionCall call) {
        return call.caller().serverId().isEmpty() ? Optional.of(Reply.aside(NOT_HERE)) : Optional.empty();
    }

    @Override
    public Optional<Form> form(ActionCall press) {
        return press.caller()
                .serverId()
                .filter(server -> press.id().verb().equals("write"))
                .flatMap(server -> insights.gap(server, press.id().payload()))
                .map(gap -> new Form(
                        "This server's own answer",
                        List.of(
                                new Form.Field(QUESTION, "Question", "", 300, true, Optional.of(gap.question())),
                                new Form.Field(
                                        ANSWER,
                                        "Answer",
                                        "Shown to everybody here as this server's own",
                                        Correction.LONGEST,
                                        true,
                                        Optional.empty()))));
    }

    @Override
    public Reply run(CommandCall call) {
        return overview(call.caller().serverId().orElseThrow());
    }

    @Override
    public Reply act(ActionCall call) {
        String server = call.caller().serverId().orElseThrow();
        String question = masked.apply(call.input(QUESTION).orElse("")).strip();
        String answer = masked.apply(call.input(ANSWER).orElse("")).strip();
        if (question.length() < 3 || answer.isEmpty()) {
            return Reply.line("That question is not there any more. /insights shows what is.");
        }
        Optional<Correction> written =
                corrections.write(server, question, answer, call.caller().memberId());
        if (written.isEmpty()) {
            return Reply.line(
                    "There are " + Corrections.MOST + " answers already, and that is the most. Withdraw one first.");
        }
        insights.answered(server, call.id().payload());
        return new Reply(List.of(
                new Block.Line(
                        false,
                        Optional.empty(),
                        "From now on I give this server's answer to “" + question
                                + "” and to questions that ask the same."),
                new Block.Actions(List.of(
                        Action.labelled(
                                new ActionId(
                                        CorrectionsCommand.NAME,
                                        "edit",
                                        written.get().id()),
                                "Edit"),
                        Action.labelled(
                                new ActionId(
                                        CorrectionsCommand.NAME,
                                        "undo",
                                        written.get().id()),
                                "Undo")))));
    }

    private Reply overview(String server) {
        List<Insights.Cluster> gaps = insights.gaps(server);
        List<GapLog.Topic> topics = insights.topics(server);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What members here miss"));
        if (gaps.isEmpty()) {
            blocks.add(new Block.Line(
                    false, Optional.empty(), "Nothing so far: no question of the last 30 days was left open."));
        }
        List<Action> write = new ArrayList<>();
        int number = 1;
        for (Insights.Cluster gap : gaps.stream().limit(SHOWN_GAPS).toList()) {
            blocks.add(new Block.Line(
                    true,
                    Optional.of(number + ". " + gap.question()),
                    times(gap.gaps().size()) + (gap.unhelpful() > 0 ? ", " + gap.unhelpful() + " of them 👎" : "")));
            gap.gaps().stream()
                    .map(GapLog.Gap::question)
                    .distinct()
                    .filter(q -> !q.equals(gap.question()))
                    .limit(EXAMPLES)
                    .forEach(q -> blocks.add(new Block.Small("also: " + q)));
            write.add(Action.labelled(
                    new ActionId(NAME, "write", gap.gaps().get(0).id()), "Write an answer to " + number));
            number++;
        }
        if (!write.isEmpty()) {
            blocks.add(new Block.Actions(write));
        }
        blocks.add(new Block.Heading("What they ask about"));
        if (topics.isEmpty()) {
            blocks.add(new Block.Line(false, Optional.empty(), "No questions yet."));
        }
        topics.stream()
                .limit(SHOWN_TOPICS)
                .forEach(t -> blocks.add(new Block.Line(true, Optional.of(t.topic()), fared(t))));
        blocks.add(new Block.Small("The last 30 days; nobody's name is kept with a question."));
        return new Reply(blocks);
    }

    private static String fared(GapLog.Topic topic) {
        long rated = topic.helpful() + topic.unhelpful();
        return times(topic.asked())
                + (rated == 0 ? "" : ", 👍 " + Math.round(100.0 * topic.helpful() / rated) + "% of " + rated);
    }

    private static String times(long count) {
        return count == 1 ? "asked once" : "asked " + count + " times";
    }
}
