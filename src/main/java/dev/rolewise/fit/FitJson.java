package dev.rolewise.fit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.question.Citation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A result as one line of JSON, in the form that scripts rely on. Has no line break at its end. */
public final class FitJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FitJson() {}

    public static String line(QuizResult result) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("quiz", result.quiz().id());
            json.writeStringField("version", result.quiz().version());
            json.writeStringField("answers", FitAnswers.letters(result.answers()));
            json.writeObjectFieldStart("shares");
            for (QuizResult.Share share : result.shares()) {
                json.writeNumberField(share.role().id(), share.percent());
            }
            json.writeEndObject();
            outcome(json, result);
            reasons(json, result.reasons());
            json.writeStringField("change", ResultWords.change(result.change()));
            dispute(json, result);
            texts(json, "next", result.next());
            json.writeStringField("note", result.quiz().note());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void outcome(JsonGenerator json, QuizResult result) throws IOException {
        json.writeObjectFieldStart("outcome");
        json.writeStringField("id", result.outcome().id());
        if (result.outcome().role().isPresent()) {
            json.writeStringField("role", result.outcome().role().get());
        } else {
            json.writeNullField("role");
        }
        json.writeStringField("title", result.outcome().title());
        json.writeStringField("text", result.meaning().text());
        citations(json, result.meaning().citations());
        json.writeEndObject();
    }

    private static void reasons(JsonGenerator json, List<QuizResult.Reason> reasons) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (QuizResult.Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("question", reason.question().id());
            json.writeStringField("dimension", reason.question().dimension());
            json.writeStringField("answer", String.valueOf(FitAnswers.letter(reason.option())));
            json.writeStringField("text", reason.chosen());
            json.writeStringField("towards", reason.towards().id());
            citations(json, reason.citations());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void dispute(JsonGenerator json, QuizResult result) throws IOException {
        if (result.dispute().isEmpty()) {
            json.writeNullField("disagreement");
            return;
        }
        QuizResult.Dispute dispute = result.dispute().get();
        json.writeObjectFieldStart("disagreement");
        json.writeStringField("topic", dispute.topic());
        json.writeStringField("decides", dispute.decides());
        texts(json, "sides", dispute.sides());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String field, List<Cited> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (Cited text : texts) {
            json.writeStartObject();
            json.writeStringField("text", text.text());
            citations(json, text.citations());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void citations(JsonGenerator json, List<Citation> citations) throws IOException {
        json.writeArrayFieldStart("citations");
        for (Citation citation : citations) {
            json.writeStartObject();
            json.writeStringField("source", citation.sourceId());
            json.writeStringField("title", citation.title());
            json.writeArrayFieldStart("heading");
            for (String heading : citation.heading()) {
                json.writeString(heading);
            }
            json.writeEndArray();
            json.writeStringField("quote", citation.quote());
            json.writeBooleanField("note", citation.note());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
