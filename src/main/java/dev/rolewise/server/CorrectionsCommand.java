package dev.rolewise.server;

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
import dev.rolewise.question.RecentAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code /corrections}: answers that those who manage the server wrote are added, listed, edited, withdrawn and undone. Also
 * takes the button "Correct this answer" of other replies. Thread-safe.
 */
public final class CorrectionsCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "corrections";

    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";
    private static final String WHICH = "which";
    private static final int LONGEST_QUESTION = 300;
    private static final int SHOWN = 15;
    private static final String NOT_HERE = "Corrections belong to a server: please use me there.";
    private static final String GONE = "That is not there any more. /corrections list shows what is.";

    private final Corrections corrections;
    private final RecentAnswers recent;
    private final UnaryOperator<String> masked;

    /** {@code masked} takes out of a text what must not be kept: tokens, addresses, telephone numbers. */
    public CorrectionsCommand(Corrections corrections, RecentAnswers recent, UnaryOperator<String> masked) {
        this.corrections = corrections;
        this.recent = recent;
        this.masked = masked;
    }

    @Override
    public CommandSpec spec() {
        Option which = new Option(WHICH, "Which one", Option.Kind.TEXT, true, 100, true);
        return CommandSpec.forManagers(
                NAME,
                "Look after the answers that this server wrote itself",
                CommandSpec.of("add", "Write the answer to a question and to those that ask the same"),
                CommandSpec.of("list", "List this server's own answers"),
                CommandSpec.of("edit", "Change one", which),
                CommandSpec.of("withdraw", "Serve one no longer", which));
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
        if (call.caller().serverId().isEmpty()) {
            return Optional.of(Reply.aside(NOT_HERE));
        }
        boolean old = call.id().verb().equals("new")
                && !call.id().payload().isEmpty()
                && recent.recent(call.id().payload(), call.caller().serverId()).isEmpty();
        return old
                ? Optional.of(
                        Reply.aside("I no longer have that answer. Ask the question again and correct the new answer."))
                : Optional.empty();
    }

    @Override
    public List<String> complete(Caller caller, String option, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return caller.serverId().map(corrections::of).orElse(List.of()).stream()
                .map(CorrectionsCommand::named)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(25)
                .toList();
    }

    @Override
    public Optional<Asked> form(CommandCall call) {
        return switch (call.subcommand().orElse("list")) {
            case "add" -> Optional.of(new Asked(id("new", ""), form("", "")));
            case "edit" -> chosen(call).map(c -> new Asked(id("edit", c.id()), form(c.question(), c.answer())));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Form> form(ActionCall press) {
        String payload = press.id().payload();
        return switch (press.id().verb()) {
            case "new" ->
                Optional.of(recent.recent(payload, press.caller().serverId())
                        .map(r -> form(r.question(), r.text().replaceAll(" ?\\[\\d{1,3}]", "")))
                        .orElseGet(() -> form("", "")));
            case "ask" -> Optional.of(form(payload, ""));
            case "edit" ->
                server(press.caller())
                        .flatMap(server -> corrections.correction(server, payload))
                        .map(c -> form(c.question(), c.answer()));
            default -> Optional.empty();
        };
    }

    @Override
    public Reply run(CommandCall call) {
        String server = call.caller().serverId().orElseThrow();
        return switch (call.subcommand().orElse("list")) {
            case "withdraw" ->
                chosen(call)
                        .flatMap(c -> corrections.withdraw(
                                server, c.id(), call.caller().memberId()))
                        .map(c -> changed("I no longer give this answer:", c))
                        .orElseGet(() -> Reply.line(GONE));
            case "edit" -> Reply.line(GONE);
            default -> list(server);
        };
    }

    @Override
    public Reply act(ActionCall call) {
        String server = call.caller().serverId().orElseThrow();
        String by = call.caller().memberId();
        String id = call.id().payload();
        return switch (call.id().verb()) {
            case "new", "ask" -> written(call, server, by);
            case "edit" ->
                corrections
                        .edit(server, id, answer(call), by)
                        .map(c -> changed("Changed. From now on I answer:", c))
                        .orElseGet(() -> Reply.line(GONE));
            case "withdraw" ->
                corrections
                        .withdraw(server, id, by)
                        .map(c -> changed("I no longer give this answer:", c))
                        .orElseGet(() -> Reply.line(GONE));
            case "undo" ->
                corrections
                        .undo(server, id, by)
                        .map(c ->
                                changed(c.live() ? "Undone. I answer again:" : "Undone. I do not give this answer:", c))
                        .orElseGet(() -> Reply.line(GONE));
            default -> Command.super.act(call);
        };
    }

    private Reply written(ActionCall call, String server, String by) {
        String question = masked.apply(call.input(QUESTION).orElse("")).strip();
        String answer = answer(call);
        if (question.length() < 3 || answer.isBlank()) {
            return Reply.line("A correction needs a question and an answer. Please write both.");
        }
        return corrections
                .write(server, question, answer, by)
                .map(c -> changed(
                        "From now on I give this server's answer to “" + c.question()
                                + "” and to questions that ask the same:",
                        c))
                .orElseGet(() -> Reply.line("There are " + Corrections.MOST
                        + " answers already, and that is the most. Withdraw one first."));
    }

    private String answer(ActionCall call) {
        return masked.apply(call.input(ANSWER).orElse("")).strip();
    }

    private Reply list(String server) {
        List<Correction> all = corrections.of(server);
        if (all.isEmpty()) {
            return Reply.line(
                    "This server has written no answers yet. “Details” below an answer leads to “Correct this answer”.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                all.size() == 1 ? "One answer of this server" : all.size() + " answers of this server"));
        all.stream()
                .limit(SHOWN)
                .forEach(c -> blocks.add(new Block.Line(
                        true, Optional.of(c.question()), (c.live() ? "" : "(withdrawn) ") + cut(c.answer(), 150))));
        return new Reply(blocks);
    }

    private static Reply changed(String said, Correction correction) {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.labelled(id("edit", correction.id()), "Edit"));
        if (correction.live()) {
            actions.add(Action.labelled(id("withdraw", correction.id()), "Withdraw"));
        }
        actions.add(Action.labelled(id("undo", correction.id()), "Undo"));
        return new Reply(List.of(
                new Block.Line(false, Optional.empty(), said),
                new Block.Quote(correction.answer(), ""),
                new Block.Actions(actions)));
    }

    private Optional<Correction> chosen(CommandCall call) {
        String typed = call.text(WHICH).orElse("").strip();
        return server(call.caller()).map(corrections::of).orElse(List.of()).stream()
                .filter(c -> typed.equals(named(c)) || typed.equals(c.id()) || typed.equalsIgnoreCase(c.question()))
                .findFirst();
    }

    private static String named(Correction correction) {
        return cut(correction.question(), 80) + " (" + correction.id() + ")";
    }

    private static Form form(String question, String answer) {
        return new Form(
                "This server's own answer",
                List.of(
                        new Form.Field(
                                QUESTION,
                                "Question",
                                "Whole, so that it stands alone",
                                LONGEST_QUESTION,
                                true,
                                some(cut(question, LONGEST_QUESTION))),
                        new Form.Field(
                                ANSWER,
                                "Answer",
                                "Shown to everybody here as this server's own",
                                Correction.LONGEST,
                                true,
                                some(cut(answer, Correction.LONGEST)))));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    private static Optional<String> server(Caller caller) {
        return caller.serverId();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static ActionId id(String verb, String payload) {
        return new ActionId(NAME, verb, payload);
    }
}
