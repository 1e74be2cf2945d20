package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows of one table as lines that each stand alone: the first cell, then what the others hold below the name of their
 * column. Without names, in a table of two columns what stands on the left is the name of what stands on the right. Not thread-safe.
 */
final class TableText {
    /** Words without a digit or a full stop. */
    private static final Pattern NAME = Pattern.compile("[^\\d.!?]{1,40}");

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private List<String> names = List.of();

    /**
     * Adds a row.
     *
     * @param cells their visible text, empty ones included
     * @param heads whether they are the names of the columns; only the first such row is taken for them, and a single cell is
     *     what stands above the table
     */
    void row(List<String> cells, boolean heads) {
        List<String> stripped = cells.stream().map(String::strip).toList();
        if (stripped.size() == 1 && names.isEmpty() && rows.isEmpty()) {
            titles.add(stripped.get(0));
        } else if (heads && names.isEmpty() && rows.isEmpty()) {
            names = stripped;
        } else if (stripped.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(stripped);
        }
    }

    /** Writes the lines. */
    void into(TextBuilder text) {
        titles.stream().flatMap(String::lines).forEach(text::paragraph);
        if (names.isEmpty()
                && rows.size() > 1
                && looksLikeNames(rows.get(0))
                && holdDigits(rows.subList(1, rows.size()))) {
            names = rows.remove(0);
        }
        if (rows.isEmpty()) {
            text.paragraph(String.join("; ", names));
        }
        for (List<String> row : rows) {
            if (row.size() == 1) {
                row.get(0).lines().forEach(text::paragraph);
            } else {
                text.paragraph(line(row));
            }
        }
    }

    private static boolean looksLikeNames(List<String> row) {
        return row.size() > 2
                && row.stream().allMatch(cell -> NAME.matcher(cell).matches());
    }

    /** Rows of nothing but words may be data from the first on. */
    private static boolean holdDigits(List<List<String>> rows) {
        return rows.stream().flatMap(List::stream).anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    private String line(List<String> row) {
        List<String> rest = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                rest.add(name(column).map(name -> name + ": ").orElse("") + row.get(column));
            }
        }
        String first = row.get(0);
        String separator = row.size() == 2 && name(1).isEmpty() ? ": " : " – ";
        return first.isEmpty() || rest.isEmpty()
                ? first + String.join("; ", rest)
                : first + separator + String.join("; ", rest);
    }

    private Optional<String> name(int column) {
        return column < names.size()
                ? Optional.of(names.get(column)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
