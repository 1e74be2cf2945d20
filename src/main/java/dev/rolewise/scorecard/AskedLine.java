package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One line of input: a question, or a conversation of which the last question counts.
 *
 * @param id text or whole number
 * @param questions in their order, at least one
 * @param row the whole line, with whatever labels it carries
 */
record AskedLine(JsonNode id, List<String> questions, JsonNode row) {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    AskedLine {
        questions = List.copyOf(questions);
    }

    /** A line that cannot be asked; the message completes "line 7 …" and says what to do. */
    static final class BrokenLineException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenLineException(String message) {
            super(message);
        }
    }

    /** Reads a line of which {@code field} holds the question, where it holds no {@code turns}. */
    static AskedLine read(String text, String field) throws BrokenLineException {
        JsonNode row = parse(text, "{\"id\": \"…\", \"question\": \"…\"}");
        JsonNode id = row.path("id");
        if (!id.isIntegralNumber() && !(id.isTextual() && !id.textValue().isBlank())) {
            throw new BrokenLineException("has no id; add \"id\": \"…\"");
        }
        return new AskedLine(id, row.has("turns") ? turns(row.get("turns")) : List.of(question(row, field)), row);
    }

    /** One JSON object; {@code form} shows how such a line looks. */
    static JsonNode parse(String text, String form) throws BrokenLineException {
        try {
            JsonNode row = READER.readTree(text);
            if (row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException e) {
            throw new BrokenLineException(String.format(
                    Locale.ROOT,
                    "is not JSON (column %d); write one JSON object a line",
                    e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
        }
        throw new BrokenLineException("is no JSON object; write " + form);
    }

    private static List<String> turns(JsonNode turns) throws BrokenLineException {
        List<String> questions = new ArrayList<>();
        for (JsonNode turn : turns) {
            questions.add(question(turn, "question"));
        }
        if (!turns.isArray() || questions.isEmpty()) {
            throw new BrokenLineException("has no questions in its turns; write \"turns\": [{\"question\": \"…\"}]");
        }
        return questions;
    }

    private static String question(JsonNode node, String field) throws BrokenLineException {
        JsonNode question = node.path(field);
        if (!question.isTextual()) {
            throw new BrokenLineException(String.format(Locale.ROOT, "has no %1$s; add \"%1$s\": \"…\"", field));
        }
        return question.textValue();
    }

    /** The question that the answer is to. */
    String last() {
        return questions.get(questions.size() - 1);
    }

    /** Asks one question after the other, each with the turns before it, and gives the last answer. */
    Answer answeredBy(Function<Question, Answer> answerer) {
        List<Turn> conversation = new ArrayList<>();
        for (String earlier : questions.subList(0, questions.size() - 1)) {
            Answer answer = answerer.apply(new Question(earlier, conversation, Scope.INSTALLATION));
            conversation.add(Turn.of(earlier, answer));
        }
        return answerer.apply(new Question(last(), conversation, Scope.INSTALLATION));
    }
}
