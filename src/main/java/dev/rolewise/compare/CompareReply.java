package dev.rolewise.compare;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Block;
import dev.rolewise.command.Choice;
import dev.rolewise.command.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes replies of a table. A button below a reply that others see opens a copy for who pressed it; one below a copy turns
 * that copy.
 */
final class CompareReply {
    private static final int MOST_ROW_BUTTONS = 3;

    private final ComparisonTable table;
    private final ComparisonPainter painter;

    CompareReply(ComparisonTable table, ComparisonPainter painter) {
        this.table = table;
        this.painter = painter;
    }

    /** A page as a picture, or as text where it cannot be drawn; {@code own} says whether only one person sees it. */
    Reply picture(View view, boolean own) {
        List<TablePart> pages = view.part().pictures();
        if (view.page() >= pages.size()) {
            return outOfDate();
        }
        TablePart page = pages.get(view.page());
        Markers markers = Markers.ofSources(view.part().rows());
        Optional<Attachment> picture = page.draw(painter, markers);
        if (picture.isEmpty()) {
            return text(view.at(0), own);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Picture(picture.get(), AltText.of(table.title(), page.cells(Markers.NONE))));
        blocks.add(new Block.Small(count(view, page, pages.size())));
        List<Action> actions = turning(view, "picture", pages.size(), own);
        actions.add(button("text", "As text", view.at(0), own));
        return new Reply(withControls(blocks, actions, view, own));
    }

    /** A page as text. */
    Reply text(View view, boolean own) {
        List<TablePart> pages = view.part().texts();
        if (view.page() >= pages.size()) {
            return outOfDate();
        }
        TablePart page = pages.get(view.page());
        Markers markers = Markers.ofSources(view.part().rows());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(table.title()));
        blocks.add(page.cells(markers));
        blocks.add(new Block.Small(String.join("   ", markers.titles(page.rows()))));
        blocks.add(new Block.Small(count(view, page, pages.size())));
        List<Action> actions = turning(view, "text", pages.size(), own);
        if (painter != ComparisonPainter.NONE) {
            actions.add(button("picture", "As picture", view.at(0), own));
        }
        return new Reply(withControls(blocks, actions, view, own));
    }

    /** One row in words, with its quotes. */
    Reply words(TablePart row, boolean own) {
        List<Block> blocks = new ArrayList<>(row.words());
        blocks.add(new Block.Actions(List.of(button("picture", "All rows", whole(), own))));
        return new Reply(blocks);
    }

    /** The whole table as a file. */
    Reply file() {
        Attachment file =
                new Attachment("comparison.csv", "text/csv", table.whole().csv().getBytes(StandardCharsets.UTF_8));
        return new Reply(List.of(
                new Block.Line(
                        false,
                        Optional.empty(),
                        "The whole table, " + table.rows().size()
                                + " rows, each with its sources. Spreadsheets open it."),
                new Block.Download(file)));
    }

    /** There is no such row: those that are nearest, and all. Only who asked sees it. */
    Reply unknown(RowSearch.Unknown unknown) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(line("My table has no such row. The nearest are below; or look at all of them."));
        Stream<Action> nearest = table.rows().stream()
                .filter(row -> unknown.nearest().contains(row.name()))
                .map(row -> button("row", row.name(), new View(table.part(List.of(row.id())), 0), true));
        Action all = button("picture", "All rows", whole(), true);
        blocks.add(new Block.Actions(Stream.concat(nearest, Stream.of(all)).toList()));
        blocks.add(new Block.Small("Rows: " + String.join(" · ", table.names())));
        return new Reply(blocks);
    }

    /** A button of a table that is no longer there. */
    static Reply outOfDate() {
        return Reply.aside("This button is out of date. Please run /" + CompareCommand.NAME + " again.");
    }

    View whole() {
        return new View(table.whole(), 0);
    }

    private List<Block> withControls(List<Block> blocks, List<Action> actions, View view, boolean own) {
        actions.add(Action.labelled(id("open-file", view.at(0)), "CSV"));
        if (!view.part().whole()) {
            actions.add(button("picture", "All rows", whole(), own));
        }
        blocks.add(new Block.Actions(actions));
        if (view.part().rows().size() <= MOST_ROW_BUTTONS) {
            blocks.add(new Block.Actions(view.part().rows().stream()
                    .map(row ->
                            button("row", row.name() + " with quotes", new View(table.part(List.of(row.id())), 0), own))
                    .toList()));
        }
        blocks.add(menu(view, own));
        return blocks;
    }

    private List<Action> turning(View view, String verb, int pages, boolean own) {
        List<Action> actions = new ArrayList<>();
        if (view.page() > 0) {
            actions.add(button(verb, "Previous", view.at(view.page() - 1), own));
        }
        if (view.page() < pages - 1) {
            actions.add(button(verb, "Next", view.at(view.page() + 1), own));
        }
        return actions;
    }

    private Block menu(View view, boolean own) {
        List<Choice> choices = table.rows().stream()
                .map(row -> new Choice(
                        row.id(),
                        row.name(),
                        !view.part().whole() && view.part().rows().contains(row)))
                .toList();
        return new Block.Menu(id(verb("rows", own), whole()), "Choose rows", choices.size(), choices);
    }

    private static String count(View view, TablePart page, int pages) {
        int from = view.part().rows().indexOf(page.rows().get(0)) + 1;
        int all = view.part().rows().size();
        if (pages == 1) {
            return all == 1 ? "1 row" : all + " rows";
        }
        return String.format(
                Locale.ROOT,
                "Rows %d to %d of %d · page %d of %d",
                from,
                from + page.rows().size() - 1,
                all,
                view.page() + 1,
                pages);
    }

    private static Action button(String what, String label, View view, boolean own) {
        return Action.labelled(id(verb(what, own), view), label);
    }

    private static String verb(String what, boolean own) {
        return (own ? CompareCommand.TURN : CompareCommand.OPEN) + what;
    }

    private static ActionId id(String verb, View view) {
        return new ActionId(CompareCommand.NAME, verb, view.encode());
    }

    private static Block line(String text) {
        return new Block.Line(false, Optional.empty(), text);
    }
}
