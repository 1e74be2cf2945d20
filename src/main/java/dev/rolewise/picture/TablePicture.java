package dev.rolewise.picture;

import java.util.List;

/**
 * A table to draw. Texts are plain, of any language and length within the limits; an empty cell is drawn as a dash. What is too
 * long or too many is refused with an IllegalArgumentException that says so.
 *
 * @param title at most {@link #MAX_LINE} characters
 * @param subtitle at most {@link #MAX_LINE} characters; empty for none
 * @param columns headings, 2 to {@link #MAX_COLUMNS}: the first one, over the names of the rows, is not drawn
 * @param rows 1 to {@link #MAX_ROWS}, each as long as {@code columns}, its name first
 * @param footer at most {@link #MAX_CELL} characters; empty for none
 */
public record TablePicture(
        String title, String subtitle, List<String> columns, List<List<String>> rows, String footer) {
    /** The most columns: the names of the rows and four more. */
    public static final int MAX_COLUMNS = 5;

    /** The most rows of one picture: what a phone shows without much scrolling. */
    public static final int MAX_ROWS = 8;

    /** The longest title, subtitle, heading or name of a row, in characters. */
    public static final int MAX_LINE = 160;

    /** The longest cell or footer, in characters: two sides that disagree. */
    public static final int MAX_CELL = 320;

    public TablePicture {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Limits.count("columns", columns.size(), 2, MAX_COLUMNS);
        Limits.count("rows", rows.size(), 1, MAX_ROWS);
        Limits.length("title", title, MAX_LINE);
        Limits.length("subtitle", subtitle, MAX_LINE);
        Limits.length("footer", footer, MAX_CELL);
        columns.forEach(column -> Limits.length("heading", column, MAX_LINE));
        for (List<String> row : rows) {
            Limits.count("cells of a row", row.size(), columns.size(), columns.size());
            Limits.length("name of a row", row.get(0), MAX_LINE);
            row.forEach(cell -> Limits.length("cell", cell, MAX_CELL));
        }
    }
}
