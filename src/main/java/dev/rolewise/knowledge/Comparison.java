package dev.rolewise.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * The roles of a pack side by side.
 *
 * @param rows in the order in which they are shown; empty where the pack compares nothing
 */
public record Comparison(List<Row> rows) {
    /** The longest text of a cell, in characters. */
    public static final int MAX_CELL = 110;

    /** The longest name of a row, in characters. */
    public static final int MAX_NAME = 24;

    /** The most rows. A menu holds 25. */
    public static final int MAX_ROWS = 25;

    /** A pack that compares nothing. */
    public static final Comparison NONE = new Comparison(List.of());

    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param id stable, in kebab-case
     * @param name at most {@link #MAX_NAME} characters
     * @param aspect id of the pack's aspect that it belongs to
     * @param cells one for each role of the pack, in the pack's order
     */
    public record Row(String id, String name, String aspect, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The row with that id, if there is one. */
    public Optional<Row> row(String id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
