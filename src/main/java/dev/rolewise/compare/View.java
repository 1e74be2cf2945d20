package dev.rolewise.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button of a table stands for: some rows, and one page of them. Its encoded form names the table, so that a button
 * of another table is not mistaken for one of this; it is public and harmless, and checked when it comes back.
 *
 * @param page counted from 0
 */
record View(TablePart part, int page) {
    private static final int RADIX = 36;
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{6})\\.([0-9a-z]{1,6})\\.([0-9]{1,2})");

    /** {@code table.rows.page}: its key, a bit for each row in base 36, the number. */
    String encode() {
        long bits = part.rows().stream().mapToLong(row -> 1L << row.number()).sum();
        return part.table().key() + "." + Long.toString(bits, RADIX) + "." + page;
    }

    /** Reads what {@link #encode} wrote for the same table; empty for anything else. */
    static Optional<View> decode(ComparisonTable table, String payload) {
        Matcher form = FORM.matcher(payload);
        if (!form.matches() || !form.group(1).equals(table.key())) {
            return Optional.empty();
        }
        long bits = Long.parseLong(form.group(2), RADIX);
        List<TableRow> rows = new ArrayList<>(table.rows());
        rows.removeIf(row -> (bits & 1L << row.number()) == 0);
        int page = Integer.parseInt(form.group(3));
        boolean known = bits >>> table.rows().size() == 0 && !rows.isEmpty() && page < rows.size();
        return known ? Optional.of(new View(new TablePart(table, rows), page)) : Optional.empty();
    }

    /** The same rows, another page. */
    View at(int otherPage) {
        return new View(part, otherPage);
    }
}
