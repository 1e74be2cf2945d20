package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the labels of a line. */
final class Labels {
    private Labels() {}

    /** The texts under {@code field}; none where the field is missing. */
    static List<String> texts(JsonNode row, String field) throws BrokenLineException {
        return row.hasNonNull(field)
                ? texts(row.get(field), String.format(Locale.ROOT, "\"%s\": [\"…\"]", field), field)
                : List.of();
    }

    /** The groups of texts under {@code field}, which has to be there. */
    static List<List<String>> groups(JsonNode row, String field) throws BrokenLineException {
        String form = String.format(Locale.ROOT, "\"%s\": [[\"…\"]]", field);
        if (!row.path(field).isArray()) {
            throw new BrokenLineException(String.format(Locale.ROOT, "has no %s; add %s", field, form));
        }
        List<List<String>> groups = new ArrayList<>();
        for (JsonNode group : row.get(field)) {
            List<String> alternatives = texts(group, form, field);
            if (alternatives.isEmpty()) {
                throw new BrokenLineException(
                        String.format(Locale.ROOT, "has an empty group in %s; write %s", field, form));
            }
            groups.add(alternatives);
        }
        return groups;
    }

    /** The text under {@code field}, which has to be there. */
    static String text(JsonNode row, String field) throws BrokenLineException {
        if (!row.path(field).isTextual()) {
            throw new BrokenLineException(String.format(Locale.ROOT, "has no %1$s; add \"%1$s\": \"…\"", field));
        }
        return row.get(field).textValue();
    }

    /** The number under {@code field}, which has to be there. */
    static double number(JsonNode row, String field) throws BrokenLineException {
        if (!row.path(field).isNumber()) {
            throw new BrokenLineException(String.format(Locale.ROOT, "has no number %1$s; add \"%1$s\": 0.5", field));
        }
        return row.get(field).doubleValue();
    }

    private static List<String> texts(JsonNode array, String form, String field) throws BrokenLineException {
        List<String> texts = new ArrayList<>();
        boolean right = array.isArray();
        for (JsonNode text : array) {
            right &= text.isTextual();
            texts.add(text.asText());
        }
        if (!right) {
            throw new BrokenLineException(
                    String.format(Locale.ROOT, "has no list of texts in %s; write %s", field, form));
        }
        return texts;
    }
}
