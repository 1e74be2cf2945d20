package dev.rolewise.server;

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
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import dev.rolewise.command.Upload;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /knowledge}: documents of the server are added, listed, shown, removed and tried; at the terminal those of the
 * installation. Thread-safe.
 */
public final class KnowledgeCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "knowledge";

    private static final String FILE = "file";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String DOCUMENT = "document";
    private static final String QUESTION = "question";
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 4_000;
    private static final String GONE = "That document is not there any more. /knowledge list shows what is.";

    private final Documents documents;
    private final Trial trial;
    private final Function<String, Keeping> keepings;

    /** Says what would be retrieved and answered. */
    @FunctionalInterface
    public interface Trial {
        /** Blocks that show it, for a question asked in that scope. */
        List<Block> of(String question, Scope scope);
    }

    /** {@code keepings} is what may be kept for what a member hands over now. */
    public KnowledgeCommand(Documents documents, Trial trial, Function<String, Keeping> keepings) {
        this.documents = documents;
        this.trial = trial;
        this.keepings = keepings;
    }

    @Override
    public CommandSpec spec() {
        Option document = new Option(DOCUMENT, "Which document", Option.Kind.TEXT, true, 100, true);
        return CommandSpec.forManagers(
                NAME,
                "Look after the guides that I answer from here",
                CommandSpec.of(
                        "add",
                        "Add a guide: attach a PDF, Word, HTML, Markdown or text file, or write the text",
                        Option.file(FILE, "The guide; leave it out to write the text"),
                        Option.text(TITLE, "What it is called beside my answers", LONGEST_TITLE)),
                CommandSpec.of("list", "List the guides"),
                CommandSpec.of("show", "Show what I read in a guide", document),
                CommandSpec.of("remove", "Take a guide out; for a day you can put it back", document),
                CommandSpec.of(
                        "test",
                        "Show what I find and say to a question, without the cache",
                        Option.text(QUESTION, "The question", 500).needed()));
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Audience audience(ActionId id) {
        return id.verb().equals("write") ? Audience.CALLER : Audience.IN_PLACE;
    }

    @Override
    public List<String> complete(Caller caller, String option, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return documents.live(scope(caller)).stream()
                .map(DocumentWords::suggested)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(25)
                .toList();
    }

    @Override
    public Optional<Asked> form(CommandCall call) {
        boolean writes = call.subcommand().filter("add"::equals).isPresent()
                && call.file(FILE).isEmpty();
        return writes
                ? Optional.of(new Asked(
                        id("write", "new"),
                        new Form(
                                "A guide for this server",
                                List.of(
                                        new Form.Field(
                                                TITLE, "Title", "House rules", LONGEST_TITLE, true, call.text(TITLE)),
                                        new Form.Field(
                                                TEXT,
                                                "Text",
                                                "Whole sentences that stand alone make the best answers.",
                                                LONGEST_TEXT,
                                                true,
                                                Optional.empty())))))
                : Optional.empty();
    }

    @Override
    public Reply run(CommandCall call) {
        return run(call, Progress.NONE);
    }

    @Override
    public Reply run(CommandCall call, Progress progress) {
        return taken(call).apply(progress);
    }

    @Override
    public Function<Progress, Reply> taken(CommandCall call) {
        Keeping keeping = keepings.apply(call.caller().memberId());
        return progress -> run(call, keeping, progress);
    }

    private Reply run(CommandCall call, Keeping keeping, Progress progress) {
        Scope scope = scope(call.caller());
        return switch (call.subcommand().orElse("list")) {
            case "add" -> add(call, scope, keeping, progress);
            case "show" ->
                chosen(scope, call.text(DOCUMENT).orElse(""))
                        .map(DocumentReplies::shown)
                        .orElseGet(() -> Reply.line(GONE));
            case "remove" -> remove(scope, call.text(DOCUMENT).orElse(""));
            case "test" -> new Reply(trial.of(call.text(QUESTION).orElse(""), scope));
            default -> DocumentReplies.list(documents.live(scope), documents.removed(scope));
        };
    }

    @Override
    public Reply act(ActionCall call) {
        return act(call, Progress.NONE);
    }

    @Override
    public Reply act(ActionCall call, Progress progress) {
        return taken(call).apply(progress);
    }

    @Override
    public Function<Progress, Reply> taken(ActionCall call) {
        Keeping keeping = keepings.apply(call.caller().memberId());
        return progress -> act(call, keeping, progress);
    }

    private Reply act(ActionCall call, Keeping keeping, Progress progress) {
        Scope scope = scope(call.caller());
        String id = call.id().payload();
        return switch (call.id().verb()) {
            case "write" -> write(call, scope, keeping, progress);
            case "confirm" ->
                documents
                        .confirm(scope, id)
                        .map(d -> used(DocumentWords.counts(d), d))
                        .orElseGet(KnowledgeCommand::gone);
            case "discard" -> documents.discard(scope, id) ? Reply.line("Forgotten. Nothing of it is kept.") : gone();
            case "remove" ->
                documents.remove(scope, id).map(DocumentReplies::removed).orElseGet(KnowledgeCommand::gone);
            case "undo" ->
                documents
                        .putBack(scope, id)
                        .map(d -> used("“" + d.title() + "” is back.", d))
                        .orElseGet(KnowledgeCommand::gone);
            default -> Command.super.act(call);
        };
    }

    private Reply add(CommandCall call, Scope scope, Keeping keeping, Progress progress) {
        Upload file = call.file(FILE).orElseThrow();
        if (file.size() > documents.mostBytes()) {
            return Reply.line("That file is too long: " + documents.mostBytes() / (1024 * 1024)
                    + " MiB are the most I read. Please split it.");
        }
        progress.show(Reply.line("⏳ Reading the file…"));
        try {
            byte[] content = file.read(documents.mostBytes());
            return DocumentReplies.handed(documents.read(
                    scope,
                    file.name(),
                    call.text(TITLE).orElse(""),
                    content,
                    call.caller().memberId(),
                    keeping));
        } catch (IOException e) {
            return Reply.line(String.valueOf(e.getMessage()));
        }
    }

    private Reply write(ActionCall call, Scope scope, Keeping keeping, Progress progress) {
        progress.show(Reply.line("⏳ Reading the text…"));
        return DocumentReplies.handed(documents.read(
                scope,
                "text.md",
                call.input(TITLE).orElse(""),
                call.input(TEXT).orElse("").getBytes(StandardCharsets.UTF_8),
                call.caller().memberId(),
                keeping));
    }

    private Reply remove(Scope scope, String typed) {
        return chosen(scope, typed)
                .flatMap(text -> documents.remove(scope, text.document().id()))
                .map(DocumentReplies::removed)
                .orElseGet(() -> Reply.line(GONE));
    }

    private Reply used(String said, ServerDocument document) {
        Optional<ServerDocument> before = documents.replacedBy(document);
        String now = documents.takingIn(document) ? DocumentWords.takingIn(document, before.isPresent()) : said;
        return DocumentReplies.used(now, document, before);
    }

    private static Reply gone() {
        return Reply.line(GONE);
    }

    private Optional<ServerDocument.Text> chosen(Scope scope, String typed) {
        return DocumentWords.chosen(documents.live(scope), typed).flatMap(d -> documents.text(scope, d.id()));
    }

    private static ActionId id(String verb, String payload) {
        return new ActionId(NAME, verb, payload);
    }

    private static Scope scope(Caller caller) {
        return new Scope(caller.serverId());
    }
}
