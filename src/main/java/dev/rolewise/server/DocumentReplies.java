package dev.rolewise.server;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The replies of {@link KnowledgeCommand} that show documents, with the buttons that lead on. */
final class DocumentReplies {
    private static final int FIRST_LINES = 3;
    private static final int SHOWN = 20;
    private static final int SHOWN_REMOVED = 5;
    private static final int LABEL_TITLE = 45;
    private static final DateTimeFormatter GIVEN =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int SHOWN_SECTIONS = 6;
    private static final int SECTION_CHARACTERS = 300;

    private DocumentReplies() {}

    /** What became of a document that was handed over. */
    static Reply handed(Documents.Handed handed) {
        if (handed instanceof Documents.Refused refused) {
            return Reply.line(refused.reason());
        }
        Documents.Preview preview = (Documents.Preview) handed;
        return preview.same().map(same -> Reply.line(DocumentWords.same(same))).orElseGet(() -> preview(preview));
    }

    private static Reply preview(Documents.Preview preview) {
        ServerDocument document = preview.document();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("“" + document.title() + "”"));
        blocks.add(line("What I read", DocumentWords.summary(document)));
        DocumentWords.leftOut(preview.text()).ifPresent(h -> blocks.add(line("Left out", h)));
        preview.text().warnings().forEach(warning -> blocks.add(line("Note", warning)));
        document.replaces()
                .ifPresent(d -> blocks.add(line("New version", "it takes the place of the one with that title")));
        DocumentWords.firstLines(preview.text().sections(), FIRST_LINES)
                .forEach(first -> blocks.add(new Block.Quote(first, "")));
        blocks.add(new Block.Small("It counts once you say so. What is in it shows in my answers to everybody here."));
        blocks.add(new Block.Actions(List.of(
                Action.labelled(id("confirm", document.id()), "Use it").marked(true),
                Action.labelled(id("discard", document.id()), "Forget it"))));
        return new Reply(blocks);
    }

    /** All documents that count; of those that can be put back the ones removed last, so that a lost button is no loss. */
    static Reply list(List<ServerDocument> live, List<ServerDocument> removed) {
        List<Block> blocks = new ArrayList<>();
        if (live.isEmpty()) {
            blocks.add(plain("There are no guides yet. /knowledge add takes one."));
        } else {
            blocks.addAll(listed(live));
        }
        if (!removed.isEmpty()) {
            blocks.add(new Block.Small("Removed or replaced within the last day:"));
            List<ServerDocument> last = removed.stream().limit(SHOWN_REMOVED).toList();
            blocks.add(new Block.Actions(last.stream()
                    .map(d -> Action.labelled(id("undo", d.id()), "Put back " + toldApart(d, last)))
                    .toList()));
        }
        return new Reply(blocks);
    }

    /** Versions of one document have the same title; when they were given tells them apart. */
    private static String toldApart(ServerDocument document, List<ServerDocument> others) {
        boolean alone = others.stream()
                        .filter(d -> d.title().equalsIgnoreCase(document.title()))
                        .count()
                == 1;
        String title = "“" + DocumentWords.cut(document.title(), LABEL_TITLE) + "”";
        return alone ? title : title + " of " + GIVEN.format(document.addedAt());
    }

    private static List<Block> listed(List<ServerDocument> live) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(live.size() == 1 ? "One guide" : live.size() + " guides"));
        live.stream()
                .limit(SHOWN)
                .forEach(d -> blocks.add(
                        new Block.Line(true, Optional.of(d.title()), DocumentWords.summary(d) + ", id " + d.id())));
        if (live.size() > SHOWN) {
            blocks.add(new Block.Small("The rest is found by typing into /knowledge show."));
        }
        return blocks;
    }

    /** What was read in a document. */
    static Reply shown(ServerDocument.Text text) {
        ServerDocument document = text.document();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("“" + document.title() + "”"));
        blocks.add(line("What I read", DocumentWords.summary(document)));
        blocks.add(line("Id", document.id()));
        text.sections().stream()
                .limit(SHOWN_SECTIONS)
                .forEach(section -> blocks.add(new Block.Quote(
                        DocumentWords.cut(section.text(), SECTION_CHARACTERS), DocumentWords.place(section))));
        if (text.sections().size() > SHOWN_SECTIONS) {
            blocks.add(new Block.Small("… and " + (text.sections().size() - SHOWN_SECTIONS) + " sections more"));
        }
        blocks.add(new Block.Actions(List.of(Action.labelled(id("remove", document.id()), "Remove it"))));
        return new Reply(blocks);
    }

    static Reply removed(ServerDocument document) {
        return new Reply(List.of(
                plain(DocumentWords.out(document) + " After a day it is forgotten."),
                new Block.Actions(List.of(Action.labelled(id("undo", document.id()), "Put it back")))));
    }

    /** Where it took the place of another version, {@code before}, that one can be put back. */
    static Reply used(String said, ServerDocument document, Optional<ServerDocument> before) {
        Action undo = before.map(d -> Action.labelled(id("undo", d.id()), "Put the other version back"))
                .orElseGet(() -> Action.labelled(id("remove", document.id()), "Remove it"));
        return new Reply(List.of(plain(said), new Block.Actions(List.of(undo))));
    }

    private static Block plain(String text) {
        return new Block.Line(false, Optional.empty(), text);
    }

    private static Block line(String label, String text) {
        return new Block.Line(true, Optional.of(label), text);
    }

    private static ActionId id(String verb, String payload) {
        return new ActionId(KnowledgeCommand.NAME, verb, payload);
    }
}
