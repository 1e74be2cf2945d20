package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a measurement found.
 *
 * @param figures by name, in the order in which they are shown; empty where there was nothing to measure
 * @param failed the items that failed, in the order of the input
 * @param items for figures that are the mean over items, each item's share in it
 */
public record Scores(Map<String, Optional<BigDecimal>> figures, List<Failure> failed, Map<String, List<Double>> items) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * An item that failed.
     *
     * @param id of the item
     * @param why in a few words
     */
    public record Failure(String id, String why) {}

    public Scores {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        failed = List.copyOf(failed);
        items = Map.copyOf(items);
    }

    Scores(Map<String, Optional<BigDecimal>> figures, List<Failure> failed) {
        this(figures, failed, Map.of());
    }

    /** For people: a line for each failed item, then one for each figure. */
    public String table() {
        int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        Stream<String> failures = failed.stream().map(f -> "  " + f.id() + ": " + f.why());
        Stream<String> rows = figures.entrySet().stream().map(figure -> {
            String name = figure.getKey();
            String value = figure.getValue().map(BigDecimal::toPlainString).orElse("-");
            return name + " ".repeat(width - name.length()) + value;
        });
        return Stream.concat(failures, rows).collect(Collectors.joining("\n"));
    }

    /** For scripts: the figures as one JSON object on one line. */
    public String json() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (Map.Entry<String, Optional<BigDecimal>> figure : figures.entrySet()) {
                json.writeFieldName(figure.getKey());
                if (figure.getValue().isPresent()) {
                    json.writeNumber(figure.getValue().get());
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** A share, rounded to four digits half to even, without zeros at its end; empty where {@code of} is 0. */
    static Optional<BigDecimal> share(int part, int of) {
        if (of == 0) {
            return Optional.empty();
        }
        BigDecimal rounded = new BigDecimal((double) part / of)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return Optional.of(rounded.scale() < 1 ? rounded.setScale(1) : rounded);
    }

    static Optional<BigDecimal> count(int number) {
        return Optional.of(BigDecimal.valueOf(number));
    }
}
