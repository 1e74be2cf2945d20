package dev.rolewise.compare;

import dev.rolewise.knowledge.Cell;
import dev.rolewise.knowledge.Comparison;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Role;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles of a pack side by side, each cell with the statements that carry it. Immutable. */
public final class ComparisonTable {
    private static final int KEY_LENGTH = 6;

    private final List<String> roles;
    private final String title;
    private final List<TableRow> rows;
    private final String key;
    private final RowFinder finder;

    private ComparisonTable(Pack pack) {
        Map<String, Place> places = places(pack);
        List<TableRow> all = new ArrayList<>();
        for (Comparison.Row row : pack.comparison().rows()) {
            List<TableCell> cells =
                    row.cells().stream().map(cell -> cell(cell, places)).toList();
            all.add(new TableRow(all.size(), row, cells));
        }
        this.rows = List.copyOf(all);
        this.roles = pack.roles().stream().map(Role::name).toList();
        this.title = inWords(pack.roles().stream().map(Role::plural).toList()) + " side by side";
        this.key = key(rows);
        this.finder = new RowFinder(pack, rows);
    }

    /** That of the pack; empty where it compares nothing. */
    public static Optional<ComparisonTable> of(Pack pack) {
        return pack.comparison().rows().isEmpty() ? Optional.empty() : Optional.of(new ComparisonTable(pack));
    }

    /** What the rows are called, in their order. */
    public List<String> names() {
        return rows.stream().map(TableRow::name).toList();
    }

    /** What a person means by what they typed; see {@link RowSearch}. */
    public RowSearch find(String typed) {
        return finder.find(typed);
    }

    /** The rows with those ids, in its order; {@link IllegalArgumentException} where there is none. */
    public TablePart part(Collection<String> rowIds) {
        return new TablePart(
                this, rows.stream().filter(row -> rowIds.contains(row.id())).toList());
    }

    /** All of it. */
    public TablePart whole() {
        return new TablePart(this, rows);
    }

    /** A short name: a table with other rows has another; 6 characters of {@code [0-9a-f]}. */
    String key() {
        return key;
    }

    /** "Tree surgeons and landscape gardeners side by side". */
    String title() {
        return title;
    }

    /** The names of the roles, which are the headings of the columns. */
    List<String> roles() {
        return roles;
    }

    List<TableRow> rows() {
        return rows;
    }

    private static TableCell cell(Cell cell, Map<String, Place> places) {
        Stream<Cell.Stated> sides = Stream.empty();
        if (cell instanceof Cell.Stated stated) {
            sides = Stream.of(stated);
        } else if (cell instanceof Cell.Disagreed disagreed) {
            sides = disagreed.sides().stream();
        }
        return new TableCell(sides.map(side -> new TableCell.Side(
                        side.text(),
                        side.statements().stream()
                                .map(places::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList());
    }

    private static Map<String, Place> places(Pack pack) {
        Map<String, Place> places = new HashMap<>();
        for (Source source : pack.sources()) {
            for (Passage passage : source.passages()) {
                for (Statement statement : passage.statements()) {
                    places.put(statement.key(), new Place(source, passage, statement));
                }
            }
        }
        return places;
    }

    private static String key(List<TableRow> rows) {
        String ids = rows.stream().map(TableRow::id).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String inWords(List<String> names) {
        String last = names.get(names.size() - 1);
        String joined =
                names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
        return joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }
}
