package dev.rolewise.compare;

import dev.rolewise.knowledge.Comparison;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of a comparison.
 *
 * @param number its place in the whole table, counted from 0
 * @param row as the pack has it
 * @param cells one for each role, in the pack's order
 */
record TableRow(int number, Comparison.Row row, List<TableCell> cells) {
    TableRow {
        cells = List.copyOf(cells);
    }

    String id() {
        return row.id();
    }

    String name() {
        return row.name();
    }

    Stream<Place> places() {
        return cells.stream().flatMap(TableCell::places);
    }
}
