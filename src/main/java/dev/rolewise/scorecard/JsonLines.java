package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.RawLines.RawLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Rows of a labelled file, one JSON object a line. A broken line is reported and passed over. Not thread-safe. */
final class JsonLines {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Consumer<String> messages;
    private int broken;

    /** Makes a row of a line. */
    interface Form<T> {
        T read(JsonNode row) throws BrokenLineException;
    }

    /** {@code messages} takes the reports. */
    JsonLines(Consumer<String> messages) {
        this.messages = messages;
    }

    /** Lines of all files so far that could not be used. */
    int broken() {
        return broken;
    }

    /** The rows of a file in their order. */
    <T> List<T> read(Path file, Form<T> form) throws IOException {
        List<T> rows = new ArrayList<>();
        try (RawLines lines = RawLines.of(file)) {
            for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                RawLine raw = line.get();
                if (raw.fault().isPresent() || !raw.text().isBlank()) {
                    take(file, raw, form).ifPresent(rows::add);
                }
            }
        }
        return rows;
    }

    /** A reader of ids that refuses one that came before. */
    static Form<String> ids() {
        Set<String> seen = new HashSet<>();
        return row -> {
            JsonNode id = row.path("id");
            if (!id.isTextual() && !id.isIntegralNumber()) {
                throw new BrokenLineException("has no id; add \"id\": \"…\"");
            }
            if (id.asText().isEmpty() || id.asText().chars().anyMatch(Character::isWhitespace)) {
                throw new BrokenLineException("has an id that is empty or has a space in it; a run file could not hold it");
            }
            if (!seen.add(id.asText())) {
                throw new BrokenLineException(
                        String.format(Locale.ROOT, "has the id %s a second time and was passed over", id.asText()));
            }
            return id.asText();
        };
    }

    private <T> Optional<T> take(Path file, RawLine raw, Form<T> form) {
        try {
            if (raw.fault().isPresent()) {
                throw new BrokenLineException(raw.fault().get());
            }
            return Optional.of(form.read(parse(raw.text())));
        } catch (BrokenLineException e) {
            broken++;
            messages.accept(
                    String.format(Locale.ROOT, "%s: line %d %s", file.getFileName(), raw.number(), e.getMessage()));
            return Optional.empty();
        }
    }

    private static JsonNode parse(String text) throws BrokenLineException {
        try {
            JsonNode row = READER.readTree(text);
            if (row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException e) {
            throw new BrokenLineException("is not JSON; write one JSON object a line");
        }
        throw new BrokenLineException("is no JSON object; write one a line");
    }
}
