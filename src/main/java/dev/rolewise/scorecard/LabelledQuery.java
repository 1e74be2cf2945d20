package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.retrieval.CorpusIndex;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.LabelledRows.RowReader;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A query with the ids of the documents that should be found.
 *
 * @param relevant at least one
 */
record LabelledQuery(String id, String text, Set<String> relevant) {
    static final String FORM = "{\"id\": \"…\", \"text\": \"…\", \"relevant\": [\"…\"]}";
    static final String DOCUMENT_FORM = "{\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}";

    /** Reads queries, each of which has an id of its own. */
    static RowReader<LabelledQuery> reader() {
        RowReader<String> ids = ids();
        return row -> new LabelledQuery(ids.read(row), Labels.text(row, "text"), relevant(row));
    }

    /** Reads documents, each of which has an id of its own. */
    static RowReader<CorpusIndex.Document> documentReader() {
        RowReader<String> ids = ids();
        return row -> new CorpusIndex.Document(ids.read(row), row.path("title").asText(""), Labels.text(row, "text"));
    }

    private static Set<String> relevant(JsonNode row) throws BrokenLineException {
        Set<String> ids = new LinkedHashSet<>(Labels.texts(row, "relevant"));
        if (ids.isEmpty()) {
            throw new BrokenLineException("names nothing relevant; add \"relevant\": [\"…\"]");
        }
        return ids;
    }

    private static RowReader<String> ids() {
        Set<String> seen = new HashSet<>();
        return row -> {
            JsonNode id = row.path("id");
            if (!id.isTextual() && !id.isIntegralNumber()) {
                throw new BrokenLineException("has no id; add \"id\": \"…\"");
            }
            if (id.asText().isEmpty() || id.asText().chars().anyMatch(Character::isWhitespace)) {
                throw new BrokenLineException(
                        "has an id that is empty or has a space in it; a file of rankings could not hold it");
            }
            if (!seen.add(id.asText())) {
                throw new BrokenLineException(
                        String.format(Locale.ROOT, "has the id %s a second time and was passed over", id.asText()));
            }
            return id.asText();
        };
    }
}
