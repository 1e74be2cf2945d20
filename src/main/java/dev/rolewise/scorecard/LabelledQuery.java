package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.retrieval.CorpusIndex;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A query with the ids of the documents that should be found.
 *
 * @param relevant at least one
 */
record LabelledQuery(String id, String text, Set<String> relevant) {
    /** Reads {@code {"id","text","relevant":[…]}}. */
    static JsonLines.Form<LabelledQuery> form() {
        JsonLines.Form<String> ids = JsonLines.ids();
        return row -> new LabelledQuery(ids.read(row), Labels.text(row, "text"), relevant(row));
    }

    /** Reads {@code {"id","title","text"}}. */
    static JsonLines.Form<CorpusIndex.Document> documentForm() {
        JsonLines.Form<String> ids = JsonLines.ids();
        return row -> new CorpusIndex.Document(ids.read(row), row.path("title").asText(""), Labels.text(row, "text"));
    }

    private static Set<String> relevant(JsonNode row) throws BrokenLineException {
        Set<String> ids = new LinkedHashSet<>(Labels.texts(row, "relevant"));
        if (ids.isEmpty()) {
            throw new BrokenLineException("names nothing relevant; add \"relevant\": [\"…\"]");
        }
        return ids;
    }
}
