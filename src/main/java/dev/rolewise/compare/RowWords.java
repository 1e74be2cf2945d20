package dev.rolewise.compare;

import dev.rolewise.command.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row in words: what is said of each role, both sides where the sources disagree, then the quotes behind it. */
final class RowWords {
    /** So many fit into one message. */
    private static final int MOST_QUOTES = 8;

    private RowWords() {}

    static List<Block> of(List<String> roles, TableRow row) {
        Markers markers = Markers.ofHeadings(List.of(row));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(row.name()));
        for (int i = 0; i < row.cells().size(); i++) {
            blocks.addAll(cell(roles.get(i), row.cells().get(i), markers));
        }
        blocks.addAll(quotes(row, markers));
        return blocks;
    }

    private static List<Block> cell(String role, TableCell cell, Markers markers) {
        Optional<String> label = Optional.of(role);
        if (!cell.covered()) {
            return List.of(new Block.Line(false, label, "not covered; my sources don't say."));
        }
        if (!cell.disagreed()) {
            return List.of(
                    new Block.Line(false, label, markers.marked(cell.sides().get(0)) + "."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Line(false, label, "my sources disagree."));
        cell.sides().forEach(side -> blocks.add(new Block.Line(true, Optional.empty(), markers.marked(side) + ".")));
        return blocks;
    }

    /** Each once, in the order of the cells; where they are too many, the first of every side goes before the second. */
    private static List<Block> quotes(TableRow row, Markers markers) {
        List<TableCell.Side> sides =
                row.cells().stream().flatMap(cell -> cell.sides().stream()).toList();
        Set<Place> shown = new HashSet<>();
        for (int rank = 0; rank < longest(sides); rank++) {
            for (TableCell.Side side : sides) {
                if (rank < side.places().size() && shown.size() < MOST_QUOTES) {
                    shown.add(side.places().get(rank));
                }
            }
        }
        return row.places()
                .distinct()
                .filter(shown::contains)
                .<Block>map(place -> new Block.Quote(place.statement().text(), markers.origin(place)))
                .toList();
    }

    private static int longest(List<TableCell.Side> sides) {
        return sides.stream().mapToInt(side -> side.places().size()).max().orElse(0);
    }
}
