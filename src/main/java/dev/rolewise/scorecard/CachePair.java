package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.RawLines.RawLine;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Two questions of which the first has an answer.
 *
 * @param id text or whole number; the number of the line where it has none
 * @param same whether the answer of {@code a} is the answer of {@code b}, where the file says so
 * @param kind what the pair is an example of; empty where the file does not say
 */
record CachePair(JsonNode id, String a, String b, Optional<Boolean> same, String kind) {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** Reads a line; {@code ids} are those before it, and gets its own. */
    static CachePair read(RawLine line, Set<String> ids) throws BrokenLineException {
        if (line.fault().isPresent()) {
            throw new BrokenLineException(line.fault().get());
        }
        JsonNode row = parse(line.text());
        JsonNode id = row.has("id") ? row.get("id") : IntNode.valueOf(line.number());
        if (!id.isIntegralNumber() && !id.isTextual()) {
            throw new BrokenLineException("has an id that is neither text nor a whole number");
        }
        if (!ids.add(id.asText())) {
            throw new BrokenLineException(String.format(
                    Locale.ROOT,
                    "has the id %s a second time and was passed over; give each line its own id",
                    id.asText()));
        }
        JsonNode same = row.path("same_answer");
        if (!same.isMissingNode() && !same.isBoolean()) {
            throw new BrokenLineException("has a same_answer that is neither true nor false");
        }
        return new CachePair(
                id,
                text(row, "a"),
                text(row, "b"),
                same.isBoolean() ? Optional.of(same.booleanValue()) : Optional.empty(),
                row.path("kind").asText(""));
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
        throw new BrokenLineException("is no JSON object; write {\"id\": \"…\", \"a\": \"…\", \"b\": \"…\"}");
    }

    private static String text(JsonNode row, String field) throws BrokenLineException {
        if (!row.path(field).isTextual()) {
            throw new BrokenLineException(String.format(Locale.ROOT, "has no %1$s; add \"%1$s\": \"…\"", field));
        }
        return row.get(field).textValue();
    }
}
