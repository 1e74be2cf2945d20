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
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import dev.rolewise.command.Upload;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private static final int FIRST_LINES = 3;
    private static final int SHOWN = 20;
    private static final String GONE = "That document is not there any more. /knowledge list shows what is.";

    private final Documents documents;
    private final Trial trial;

    /** Says what would be retrieved and answered. */
    @FunctionalInterface
    public interface Trial {
        /** Blocks that show it, for a question asked in that scope. */
        List<Block> of(String question, Scope scope);
    }

    public KnowledgeCommand(Documents documents, Trial trial) {
        this.documents = documents;
        this.trial = trial;
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
                .map(KnowledgeCommand::named)
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
        Scope scope = scope(call.caller());
        return switch (call.subcommand().orElse("list")) {
            case "add" -> add(call, scope, progress);
            case "show" ->
                chosen(scope, call.text(DOCUMENT).orElse(""))
                        .map(KnowledgeCommand::shown)
                        .orElseGet(() -> Reply.line(GONE));
            case "remove" -> remove(scope, call.text(DOCUMENT).orElse(""));
            case "test" -> new Reply(trial.of(call.text(QUESTION).orElse(""), scope));
            default -> list(scope);
        };
    }

    @Override
    public Reply act(ActionCall call) {
        Scope scope = scope(call.caller());
        String id = call.id().payload();
        return switch (call.id().verb()) {
            case "write" ->
                handed(documents.read(
                        scope,
                        "text.md",
                        call.input(TITLE).orElse(""),
                        call.input(TEXT).orElse("").getBytes(StandardCharsets.UTF_8),
                        call.caller().memberId()));
            case "confirm" ->
                documents
                        .confirm(scope, id)
                        .map(d -> used("“" + d.title() + "” counts from now on.", d))
                        .orElseGet(KnowledgeCommand::gone);
            case "discard" -> documents.discard(scope, id) ? Reply.line("Forgotten. Nothing of it is kept.") : gone();
            case "remove" ->
                documents.remove(scope, id).map(KnowledgeCommand::removed).orElseGet(KnowledgeCommand::gone);
            case "undo" ->
                documents
                        .putBack(scope, id)
                        .map(d -> used("“" + d.title() + "” is back.", d))
                        .orElseGet(KnowledgeCommand::gone);
            default -> Command.super.act(call);
        };
    }

    private Reply add(CommandCall call, Scope scope, Progress progress) {
        Upload file = call.file(FILE).orElseThrow();
        if (file.size() > documents.mostBytes()) {
            return Reply.line("That file is too long: " + documents.mostBytes() / (1024 * 1024)
                    + " MiB are the most I read. Please split it.");
        }
        progress.show(Reply.line("⏳ Reading the file…"));
        try {
            byte[] content = file.read(documents.mostBytes());
            return handed(documents.read(
                    scope,
                    file.name(),
                    call.text(TITLE).orElse(""),
                    content,
                    call.caller().memberId()));
        } catch (IOException e) {
            return Reply.line(String.valueOf(e.getMessage()));
        }
    }

    private static Reply handed(Documents.Handed handed) {
        if (handed instanceof Documents.Refused refused) {
            return Reply.line(refused.reason());
        }
        Documents.Preview preview = (Documents.Preview) handed;
        ServerDocument document = preview.document();
        if (preview.same().isPresent()) {
            return Reply.line("I have that very document already, as “"
                    + preview.same().get().title() + "”.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("“" + document.title() + "”"));
        blocks.add(line("What I read", summary(document)));
        hidden(preview.text()).ifPresent(h -> blocks.add(line("Left out", h)));
        preview.text().warnings().forEach(warning -> blocks.add(line("Note", warning)));
        document.replaces()
                .ifPresent(d -> blocks.add(line("New version", "it takes the place of the one with that title")));
        firstLines(preview.text().sections()).forEach(first -> blocks.add(new Block.Quote(first, "")));
        blocks.add(new Block.Small("It counts once you say so. What is in it shows in my answers to everybody here."));
        blocks.add(new Block.Actions(List.of(
                Action.labelled(id("confirm", document.id()), "Use it").marked(true),
                Action.labelled(id("discard", document.id()), "Forget it"))));
        return new Reply(blocks);
    }

    private Reply list(Scope scope) {
        List<ServerDocument> live = documents.live(scope);
        if (live.isEmpty()) {
            return Reply.line("There are no guides yet. /knowledge add takes one.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(live.size() == 1 ? "One guide" : live.size() + " guides"));
        live.stream()
                .limit(SHOWN)
                .forEach(d -> blocks.add(new Block.Line(true, Optional.of(d.title()), summary(d) + ", id " + d.id())));
        if (live.size() > SHOWN) {
            blocks.add(new Block.Small("The rest is found by typing into /knowledge show."));
        }
        return new Reply(blocks);
    }

    private static Reply shown(ServerDocument.Text text) {
        ServerDocument document = text.document();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("“" + document.title() + "”"));
        blocks.add(line("What I read", summary(document)));
        blocks.add(line("Id", document.id()));
        text.sections().stream()
                .limit(6)
                .forEach(section -> blocks.add(new Block.Quote(
                        cut(section.text(), 300),
                        String.join(" · ", section.heading())
                                + (section.page() > 0 ? " page " + section.page() : ""))));
        if (text.sections().size() > 6) {
            blocks.add(new Block.Small("… and " + (text.sections().size() - 6) + " sections more"));
        }
        blocks.add(new Block.Actions(List.of(Action.labelled(id("remove", document.id()), "Remove it"))));
        return new Reply(blocks);
    }

    private Reply remove(Scope scope, String typed) {
        return chosen(scope, typed)
                .flatMap(text -> documents.remove(scope, text.document().id()))
                .map(KnowledgeCommand::removed)
                .orElseGet(() -> Reply.line(GONE));
    }

    private static Reply removed(ServerDocument document) {
        return new Reply(List.of(
                new Block.Line(
                        false,
                        Optional.empty(),
                        "“" + document.title()
                                + "” is out: no answer rests on it any more. After a day it is forgotten."),
                new Block.Actions(List.of(Action.labelled(id("undo", document.id()), "Put it back")))));
    }

    /** Where it took the place of another version, that one can be put back. */
    private Reply used(String said, ServerDocument document) {
        Optional<ServerDocument> before = documents.removed(document.scope()).stream()
                .filter(d -> d.title().equalsIgnoreCase(document.title())
                        && d.stateAt().equals(document.stateAt()))
                .findFirst();
        Action undo = before.map(d -> Action.labelled(id("undo", d.id()), "Put the other version back"))
                .orElseGet(() -> Action.labelled(id("remove", document.id()), "Remove it"));
        return new Reply(List.of(new Block.Line(false, Optional.empty(), said), new Block.Actions(List.of(undo))));
    }

    private static Reply gone() {
        return Reply.line(GONE);
    }

    /** By its id, its title, or both as they are suggested. */
    private Optional<ServerDocument.Text> chosen(Scope scope, String typed) {
        String wanted = typed.strip();
        return documents.live(scope).stream()
                .filter(d -> wanted.equals(named(d)) || wanted.equals(d.id()) || wanted.equalsIgnoreCase(d.title()))
                .findFirst()
                .flatMap(d -> documents.text(scope, d.id()));
    }

    private static String named(ServerDocument document) {
        return document.title() + " (" + document.id() + ")";
    }

    private static String summary(ServerDocument document) {
        String pages =
                document.pages() == 0 ? "" : document.pages() == 1 ? ", 1 page" : ", " + document.pages() + " pages";
        return document.format() + pages + ", "
                + (document.passages() == 1 ? "1 passage" : document.passages() + " passages");
    }

    private static Optional<String> hidden(ReadText text) {
        if (text.hidden().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.hidden().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), said(e.getKey())))
                .collect(Collectors.joining(", ", "characters that nobody would see: ", "")));
    }

    private static String said(ReadText.Hidden why) {
        return switch (why) {
            case INVISIBLE -> "invisible";
            case PALE -> "white or pale";
            case TINY -> "tiny";
            case OFF_PAGE -> "off the page";
            case COMMENT -> "in comments";
            case ZERO_WIDTH -> "without width";
        };
    }

    private static List<String> firstLines(List<ReadText.Section> sections) {
        return sections.stream()
                .flatMap(section -> section.text().lines())
                .limit(FIRST_LINES)
                .map(line -> cut(line, 200))
                .toList();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static Block line(String label, String text) {
        return new Block.Line(true, Optional.of(label), text);
    }

    private static ActionId id(String verb, String payload) {
        return new ActionId(NAME, verb, payload);
    }

    private static Scope scope(Caller caller) {
        return new Scope(caller.serverId());
    }
}
