package dev.rolewise.compare;

import dev.rolewise.command.Attachment;
import dev.rolewise.command.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Some rows of a comparison, in its order; at least one. Immutable. */
public final class TablePart {
    /** Rows that can be read in one picture on a phone. */
    private static final int ROWS_OF_A_PICTURE = 7;

    /** Characters of rows that go into one message beside its heading and sources; Discord takes 4,000 in all. */
    private static final int CHARACTERS_OF_A_TEXT = 2800;

    /** What a surface adds to a cell: the role's name again, a bullet, emphasis. */
    private static final int AROUND_A_CELL = 12;

    private static final String NAMES = "Aspect";

    private final ComparisonTable table;
    private final List<TableRow> rows;

    TablePart(ComparisonTable table, List<TableRow> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a part of a table has rows");
        }
        this.table = table;
        this.rows = List.copyOf(rows);
    }

    /** As a table: each cell in one line, with the markers of its sources. */
    public Block.Table cells() {
        return cells(Markers.ofSources(rows));
    }

    /** "[1] Title" for each marker of {@link #cells()}. */
    public List<String> sources() {
        return Markers.ofSources(rows).titles(rows);
    }

    /** As pictures, in order; each is empty that cannot be drawn. */
    public List<Optional<Attachment>> draw(ComparisonPainter painter) {
        return pictures().stream()
                .map(page -> page.draw(painter, Markers.ofSources(rows)))
                .toList();
    }

    Optional<Attachment> draw(ComparisonPainter painter, Markers markers) {
        return painter.paint(table.title(), cells(markers), markers.titles(rows));
    }

    /** Each row in words: both sides, and the quotes that carry them. */
    List<Block> words() {
        return rows.stream()
                .flatMap(row -> RowWords.of(table.roles(), row).stream())
                .toList();
    }

    /** As comma-separated values; see {@link ComparisonCsv}. */
    public String csv() {
        return ComparisonCsv.of(table.roles(), rows);
    }

    Block.Table cells(Markers markers) {
        List<String> columns =
                Stream.concat(Stream.of(NAMES), table.roles().stream()).toList();
        return new Block.Table(
                columns,
                rows.stream()
                        .map(row -> Stream.concat(
                                        Stream.of(row.name()),
                                        row.cells().stream().map(cell -> cell.text(markers)))
                                .toList())
                        .toList());
    }

    ComparisonTable table() {
        return table;
    }

    List<TableRow> rows() {
        return rows;
    }

    boolean whole() {
        return rows.size() == table.rows().size();
    }

    /** In parts that a picture holds, as even as can be. */
    List<TablePart> pictures() {
        int pages = (rows.size() + ROWS_OF_A_PICTURE - 1) / ROWS_OF_A_PICTURE;
        List<TablePart> parts = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            parts.add(new TablePart(table, rows.subList(page * rows.size() / pages, (page + 1) * rows.size() / pages)));
        }
        return parts;
    }

    /** In parts that a message holds as text; a row is never split. */
    List<TablePart> texts() {
        List<TablePart> parts = new ArrayList<>();
        int start = 0;
        int length = 0;
        for (int i = 0; i < rows.size(); i++) {
            int next = length(rows.get(i));
            if (i > start && length + next > CHARACTERS_OF_A_TEXT) {
                parts.add(new TablePart(table, rows.subList(start, i)));
                start = i;
                length = 0;
            }
            length += next;
        }
        parts.add(new TablePart(table, rows.subList(start, rows.size())));
        return parts;
    }

    private int length(TableRow row) {
        Markers markers = Markers.ofSources(rows);
        int length = row.name().length() + AROUND_A_CELL;
        for (int i = 0; i < row.cells().size(); i++) {
            length += table.roles().get(i).length()
                    + row.cells().get(i).text(markers).length()
                    + AROUND_A_CELL;
        }
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TablePart part && part.table == table && part.rows.equals(rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
