package dev.rolewise.compare;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /compare}: the roles side by side, as a picture, as text and as a file, or one row in words. Thread-safe. */
public final class CompareCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "compare";

    /** Verbs that begin so answer who pressed, beside the reply that the button stands below. */
    static final String OPEN = "open-";

    /** Verbs that begin so take the place of that reply. */
    static final String TURN = "turn-";

    private static final String ASPECT = "aspect";
    private static final String PRIVATE = "private";
    private static final int MAX_ASPECT = 100;
    private static final int MAX_DESCRIPTION = 100;

    private final ComparisonTable table;
    private final CompareReply replies;

    /** {@code painter} draws, or is {@link ComparisonPainter#NONE}. */
    public CompareCommand(ComparisonTable table, ComparisonPainter painter) {
        this.table = table;
        this.replies = new CompareReply(table, painter);
    }

    @Override
    public CommandSpec spec() {
        String title = table.title();
        return new CommandSpec(
                NAME,
                title.length() <= MAX_DESCRIPTION ? title : "The roles side by side",
                List.of(
                        new Option(
                                ASPECT, "One row, in words and with quotes", Option.Kind.TEXT, false, MAX_ASPECT, true),
                        new Option(PRIVATE, "Show it only to you", Option.Kind.YES_NO, false, 0, false)),
                Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        boolean mistaken =
                aspect(call).filter(RowSearch.Unknown.class::isInstance).isPresent();
        return mistaken || call.flag(PRIVATE) ? Audience.CALLER : Audience.EVERYBODY;
    }

    @Override
    public Reply run(CommandCall call) {
        boolean own = call.flag(PRIVATE);
        Optional<RowSearch> wanted = aspect(call);
        if (wanted.isEmpty()) {
            return replies.picture(replies.whole(), own);
        }
        if (wanted.get() instanceof RowSearch.Match match) {
            TablePart part = table.part(match.rowIds());
            return part.rows().size() == 1 ? replies.words(part, own) : replies.text(new View(part, 0), own);
        }
        return replies.unknown((RowSearch.Unknown) wanted.get());
    }

    /** The names of rows: those that begin so, those that hold it, then what it leads to otherwise. */
    @Override
    public List<String> complete(String option, String typed) {
        String wanted = RowFinder.plain(typed);
        Stream<String> begin =
                table.names().stream().filter(name -> RowFinder.plain(name).startsWith(wanted));
        Stream<String> hold =
                table.names().stream().filter(name -> RowFinder.plain(name).contains(wanted));
        Stream<String> led = table.find(typed) instanceof RowSearch.Match match
                ? table.part(match.rowIds()).rows().stream().map(TableRow::name)
                : Stream.empty();
        return Stream.of(begin, hold, led).flatMap(names -> names).distinct().toList();
    }

    @Override
    public Audience audience(ActionId id) {
        return id.verb().startsWith(TURN) ? Audience.IN_PLACE : Audience.CALLER;
    }

    @Override
    public Reply act(ActionCall call) {
        Optional<View> view = View.decode(table, call.id().payload());
        if (view.isEmpty()) {
            return CompareReply.outOfDate();
        }
        return switch (call.id().verb()) {
            case OPEN + "picture", TURN + "picture" -> replies.picture(view.get(), true);
            case OPEN + "text", TURN + "text" -> replies.text(view.get(), true);
            case OPEN + "row", TURN + "row" -> row(view.get().part());
            case OPEN + "rows", TURN + "rows" -> rows(call.chosen());
            case OPEN + "file" -> replies.file();
            default -> CompareReply.outOfDate();
        };
    }

    private Reply row(TablePart part) {
        return part.rows().size() == 1 ? replies.words(part, true) : CompareReply.outOfDate();
    }

    private Reply rows(List<String> chosen) {
        Set<String> known = new HashSet<>();
        table.rows().forEach(row -> known.add(row.id()));
        if (chosen.isEmpty() || !known.containsAll(chosen)) {
            return CompareReply.outOfDate();
        }
        return replies.picture(new View(table.part(chosen), 0), true);
    }

    private Optional<RowSearch> aspect(CommandCall call) {
        return call.text(ASPECT).filter(text -> !text.isBlank()).map(table::find);
    }
}
