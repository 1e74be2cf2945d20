package dev.rolewise.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A comparison as comma-separated values (RFC 4180): a header, then a line for each row with its name and, for each role,
 * what is said and the sources. Lines end in CR LF.
 *
 * <p>A cell that a spreadsheet could take for a formula begins with an apostrophe (OWASP, "CSV injection").
 */
final class ComparisonCsv {
    private static final String NEWLINE = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]|^'|^\\s|\\s$");

    private ComparisonCsv() {}

    static String of(List<String> roles, List<TableRow> rows) {
        List<String> header = new ArrayList<>(List.of("aspect"));
        roles.forEach(role -> header.addAll(List.of(role, role + ": sources")));
        StringBuilder csv = new StringBuilder(line(header));
        for (TableRow row : rows) {
            List<String> values = new ArrayList<>(List.of(row.name()));
            row.cells().forEach(cell -> values.addAll(List.of(cell.text(), sources(cell))));
            csv.append(line(values));
        }
        return csv.toString();
    }

    /** "engine-vs-car (Role · Tools); …": id and heading of each place, once. */
    private static String sources(TableCell cell) {
        return cell.places()
                .map(place -> place.source().id() + " ("
                        + String.join(" · ", place.passage().heading()) + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String line(List<String> values) {
        return values.stream().map(ComparisonCsv::field).collect(Collectors.joining(",")) + NEWLINE;
    }

    static String field(String value) {
        String harmless = FORMULA.matcher(value).find() ? "'" + value : value;
        return NEEDS_QUOTES.matcher(harmless).find() ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
