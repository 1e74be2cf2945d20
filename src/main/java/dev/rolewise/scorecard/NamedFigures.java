package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.rolewise.learning.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Figures by name in the order in which they are added: numbers, which are rounded to four digits, numbers with their
 * interval, texts, and groups of such. Not thread-safe.
 */
final class NamedFigures {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int DIGITS = 4;
    private static final String INTERVAL = "_interval";

    private final Map<String, Object> byName = new LinkedHashMap<>();

    /** A number; NaN for one that there is not, which becomes null. */
    NamedFigures add(String name, double number) {
        byName.put(name, number);
        return this;
    }

    /** A number under {@code name}, and its bounds as a list under {@code name_interval}. */
    NamedFigures add(String name, Interval figure) {
        byName.put(name, figure);
        return this;
    }

    NamedFigures add(String name, String text) {
        byName.put(name, text);
        return this;
    }

    NamedFigures add(String name, NamedFigures group) {
        byName.put(name, group);
        return this;
    }

    /** For people: a line for each figure; those of a group are named {@code group.figure}. */
    String table() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows("", rows);
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        return rows.entrySet().stream()
                .map(row -> row.getKey() + " ".repeat(width - row.getKey().length()) + row.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void rows(String group, Map<String, String> rows) {
        byName.forEach((name, value) -> {
            if (value instanceof NamedFigures inner) {
                inner.rows(group + name + ".", rows);
            } else if (value instanceof Interval i) {
                rows.put(group + name, shown(i.figure()) + (Double.isNaN(i.low()) ? "" : bounds(i)));
            } else {
                rows.put(group + name, value instanceof Double number ? shown(number) : String.valueOf(value));
            }
        });
    }

    private static String bounds(Interval i) {
        return String.format(Locale.ROOT, "  (%s to %s)", shown(i.low()), shown(i.high()));
    }

    private static String shown(double number) {
        return Double.isNaN(number) ? "-" : rounded(number).toPlainString();
    }

    /** For scripts: one JSON object on one line. */
    String json() {
        return write(this);
    }

    /** A JSON object on one line, with numbers rounded in the same way. */
    private static String write(NamedFigures figures) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            figures.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> figure : byName.entrySet()) {
            Object value = figure.getValue();
            json.writeFieldName(figure.getKey());
            if (value instanceof NamedFigures group) {
                group.write(json);
            } else if (value instanceof Interval i) {
                number(json, i.figure());
                json.writeArrayFieldStart(figure.getKey() + INTERVAL);
                for (double bound : List.of(i.low(), i.high())) {
                    number(json, bound);
                }
                json.writeEndArray();
            } else if (value instanceof Double number) {
                number(json, number);
            } else {
                json.writeString(String.valueOf(value));
            }
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(rounded(number));
        } else {
            json.writeNull();
        }
    }

    private static BigDecimal rounded(double number) {
        BigDecimal rounded =
                new BigDecimal(number).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
