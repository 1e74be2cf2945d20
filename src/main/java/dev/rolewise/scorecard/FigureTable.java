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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of one measurement, as a table and as JSON. */
public record FigureTable(List<Figure> all) {
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String NONE = "-";

    public FigureTable {
        all = List.copyOf(all);
    }

    /** For people: a line for each figure, with its interval. */
    public String table() {
        int width = all.stream().mapToInt(f -> f.name().length()).max().orElse(0) + 2;
        return all.stream()
                .map(f -> f.name() + " ".repeat(width - f.name().length()) + withInterval(f))
                .collect(Collectors.joining("\n"));
    }

    /** For scripts: one JSON object on one line; an interval is {@code NAME_interval}, two numbers. */
    public String json() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Figure figure : all) {
            json.writeFieldName(figure.name());
            number(json, figure.unit(), figure.value());
            if (figure.interval().isPresent()) {
                json.writeFieldName(figure.name() + "_interval");
                interval(json, figure.unit(), figure.interval().get());
            }
        }
        json.writeEndObject();
    }

    private static void interval(JsonGenerator json, Figure.Unit unit, Interval interval) throws IOException {
        json.writeStartArray();
        number(json, unit, interval.low());
        number(json, unit, interval.high());
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, Figure.Unit unit, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(rounded(unit, value));
        }
    }

    /** The value and, where there is one, its interval: {@code 0.735 (0.71 to 0.76)}. */
    static String withInterval(Figure figure) {
        return withInterval(figure.unit(), figure.value(), figure.interval());
    }

    /** The same of anybody's value. */
    public static String withInterval(Figure.Unit unit, double number, Optional<Interval> interval) {
        String value = text(unit, number);
        return interval.map(i -> String.format(Locale.ROOT, "%s (%s)", value, text(unit, i)))
                .orElse(value);
    }

    /** Both bounds. */
    public static String text(Figure.Unit unit, Interval interval) {
        return text(unit, interval.low()) + " to " + text(unit, interval.high());
    }

    /** A number for people, with what it counts. */
    public static String text(Figure.Unit unit, double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.3f", value);
            case MILLISECONDS -> rounded(unit, value).toPlainString() + " ms";
            case SECONDS -> rounded(unit, value).toPlainString() + " s";
            case BYTES -> bytes(value);
            case CHARACTERS, COUNT -> rounded(unit, value).toPlainString();
        };
    }

    private static String bytes(double value) {
        return value < 1024 * 1024
                ? String.format(Locale.ROOT, "%.0f KiB", value / 1024)
                : String.format(Locale.ROOT, "%.1f MiB", value / 1024 / 1024);
    }

    private static BigDecimal rounded(Figure.Unit unit, double value) {
        int digits =
                switch (unit) {
                    case SHARE -> 4;
                    case MILLISECONDS -> 2;
                    case SECONDS -> 1;
                    case BYTES, CHARACTERS, COUNT -> 0;
                };
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
