package dev.rolewise.discord;

import dev.rolewise.command.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tables for a phone, where Discord's Markdown has none: the name of each row, and below it a point for each column. */
final class TableMarkup {
    private static final int LONGEST_NAME = 200;
    private static final String NOTHING = "–";
    private static final String GAP = "\n\n";

    /** Room for the line that says how much is missing. */
    private static final int MISSING_ROOM = 60;

    private TableMarkup() {}

    /** The table in at most {@code room} characters, whole rows as far as they fit, and a word about the others. */
    static Optional<String> of(Block.Table table, int room) {
        if (table.columns().isEmpty() || table.rows().isEmpty()) {
            return Optional.empty();
        }
        List<String> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            rows.add(row(table.columns(), row));
        }
        String whole = String.join(GAP, rows);
        if (whole.length() <= room) {
            return Optional.of(whole);
        }
        StringBuilder kept = new StringBuilder();
        int fitting = 0;
        for (String row : rows) {
            if (kept.length() + GAP.length() + row.length() + MISSING_ROOM > room) {
                break;
            }
            kept.append(fitting++ == 0 ? "" : GAP).append(row);
        }
        return fitting == 0
                ? start(table, room - MISSING_ROOM).map(text -> text + GAP + missing("The rest of the table"))
                : Optional.of(kept + GAP + missing(more(rows.size() - fitting)));
    }

    private static String row(List<String> columns, List<String> row) {
        StringBuilder text = new StringBuilder(bold(row.get(0)));
        for (int i = 1; i < row.size(); i++) {
            text.append('\n').append(lead(columns.get(i))).append(cell(row.get(i)));
        }
        return text.toString();
    }

    /** As many points of the first row as fit, the last of them cut. */
    private static Optional<String> start(Block.Table table, int room) {
        List<String> row = table.rows().get(0);
        String text = bold(row.get(0));
        if (text.length() > room) {
            return Optional.empty();
        }
        for (int i = 1; i < row.size(); i++) {
            String lead = text + "\n" + lead(table.columns().get(i));
            UnaryOperator<String> markup = cell -> lead + cell(cell);
            Optional<String> next = Excerpt.of(row.get(i), markup, room);
            boolean whole = next.equals(Optional.of(markup.apply(row.get(i))));
            text = next.orElse(text);
            if (!whole) {
                break;
            }
        }
        return Optional.of(text);
    }

    private static String lead(String column) {
        return Markdown.isBlank(column) ? "• " : "• " + bold(column) + " ";
    }

    private static String cell(String text) {
        return Markdown.isBlank(text) ? NOTHING : Markdown.escapeToOneLine(text);
    }

    private static String bold(String text) {
        return "**" + (Markdown.isBlank(text) ? NOTHING : Markdown.escapeToOneLine(Excerpt.label(text, LONGEST_NAME)))
                + "**";
    }

    private static String more(int rows) {
        return rows == 1 ? "One more row" : rows + " more rows";
    }

    private static String missing(String what) {
        return "-# " + what + " did not fit in one message.";
    }
}
