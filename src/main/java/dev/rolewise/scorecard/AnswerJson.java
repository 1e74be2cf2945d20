package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One answer as one line of JSON, in the form that scripts rely on. Has no line break at its end. */
public final class AnswerJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .setCodec(new ObjectMapper());

    private AnswerJson() {}

    /** The line for a question that has no id. */
    public static String line(String question, Answer answer) {
        return write(Optional.empty(), question, answer);
    }

    /** The line for a question with an id, which is given back as it came: as text or as a number. */
    static String line(JsonNode id, String question, Answer answer) {
        return write(Optional.of(id), question, answer);
    }

    private static String write(Optional<TreeNode> id, String question, Answer answer) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            if (id.isPresent()) {
                json.writeFieldName("id");
                json.writeTree(id.get());
            }
            json.writeStringField("question", question);
            json.writeStringField("status", answer.status().id());
            json.writeStringField("text", answer.text());
            citations(json, answer.citations());
            profile(json, answer.profile());
            receipt(json, answer.receipt());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void citations(JsonGenerator json, List<Citation> citations) throws IOException {
        json.writeArrayFieldStart("citations");
        for (Citation citation : citations) {
            json.writeStartObject();
            json.writeNumberField("marker", citation.marker());
            json.writeStringField("source", citation.sourceId());
            json.writeStringField("title", citation.title());
            texts(json, "heading", citation.heading());
            json.writeStringField("quote", citation.quote());
            json.writeBooleanField("note", citation.note());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void profile(JsonGenerator json, Optional<QuestionProfile> found) throws IOException {
        if (found.isEmpty()) {
            json.writeNullField("profile");
            return;
        }
        QuestionProfile profile = found.get();
        json.writeObjectFieldStart("profile");
        texts(json, "roles", profile.roles());
        optional(json, "from", profile.from());
        optional(json, "to", profile.to());
        optional(json, "aspect", profile.aspect());
        json.writeStringField("intent", profile.intent());
        json.writeStringField("polarity", lower(profile.polarity()));
        json.writeStringField("complexity", lower(profile.complexity()));
        json.writeNumberField("parts", Math.max(1, profile.parts().size()));
        json.writeEndObject();
    }

    private static void receipt(JsonGenerator json, Receipt receipt) throws IOException {
        json.writeObjectFieldStart("receipt");
        json.writeStringField("served_by", lower(receipt.servedBy()));
        optional(json, "cached", receipt.cached().map(AnswerJson::lower));
        json.writeNumberField("age_s", receipt.age().toSeconds());
        Spending spending = receipt.spending();
        optional(json, "model", spending.model());
        json.writeNumberField("model_calls", spending.calls());
        json.writeNumberField("tokens_in", spending.tokensIn());
        json.writeNumberField("tokens_out", spending.tokensOut());
        json.writeNumberField("cost_usd", spending.cost().asDouble());
        json.writeNumberField("latency_ms", milliseconds(receipt.latency()));
        json.writeEndObject();
    }

    private static BigDecimal milliseconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6).setScale(1, RoundingMode.HALF_UP);
    }

    private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String field, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(field, text.get());
        } else {
            json.writeNullField(field);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
