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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code /insights}: what members of the server miss and what they ask most, with buttons to write the answer; what they ask
 * about. Thread-safe.
 */
public final class InsightsCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "insights";

    private static final String ANSWER = "answer";
    private static final String QUESTION = "question";
    private static final String NOT_HERE = "Insights belong to a server: please use me there.";

    private final Insights insights;
    private final PopularQuestions popular;
    private final Corrections corrections;
    private final UnaryOperator<String> masked;

    /** {@code masked} takes out of a text what must not be kept: tokens, addresses, telephone numbers. */
    public InsightsCommand(
            Insights insights, PopularQuestions popular, Corrections corrections, UnaryOperator<String> masked) {
        this.insights = insights;
        this.popular = popular;
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
                .flatMap(server -> question(server, press.id()))
                .map(question -> new Form(
                        "This server's own answer",
                        List.of(
                                new Form.Field(QUESTION, "Question", "", 300, true, Optional.of(question)),
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
        String server = call.caller().serverId().orElseThrow();
        List<PopularQuestions.Popular> asked = popular.of(server);
        return InsightsPage.of(
                insights.gaps(server),
                asked.stream()
                        .limit(InsightsPage.SHOWN_POPULAR)
                        .map(p -> new InsightsPage.Asked(p, corrections.answers(server, p.question())))
                        .toList(),
                insights.topics(server));
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
        question(server, call.id()).ifPresent(asked -> insights.answered(server, asked));
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

    /** What a button to write an answer stands for, where it is still there to be shown. */
    private Optional<String> question(String server, ActionId id) {
        return switch (id.verb()) {
            case InsightsPage.WRITE -> insights.gap(server, id.payload()).map(GapLog.Gap::question);
            case InsightsPage.WRITE_POPULAR -> popular.question(server, id.payload());
            default -> Optional.empty();
        };
    }
}
