package dev.rolewise.cache.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.cache.CachedAnswer;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A kept answer as JSON, field by field: no class is named in it and none is built by reflection. A field more or less
 * than expected makes the whole unreadable, for it could change what the answer means; a change of these fields takes a
 * new {@link AnswerCodec#VERSION}.
 */
final class AnswerJson {
    private static final int MAX_DEPTH = 16;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AnswerJson() {}

    static byte[] write(CachedAnswer kept) throws JsonProcessingException {
        ObjectNode node = NODES.objectNode();
        node.set("answer", answer(kept.answer()));
        node.put("made_at", kept.madeAt().toString());
        node.put("generation", kept.generation());
        ObjectNode cited = node.putObject("cited");
        kept.cited().forEach(cited::put);
        return JSON.writeValueAsBytes(node);
    }

    /** Empty for whatever {@link #write} would not have written. */
    static Optional<CachedAnswer> read(byte[] text) {
        try {
            return Optional.of(Fields.read(JSON.readTree(text), AnswerJson::kept));
        } catch (IOException | RuntimeException e) {
            // the records check themselves too: whatever they refuse is not ours
            return Optional.empty();
        }
    }

    private static CachedAnswer kept(Fields kept) {
        return new CachedAnswer(
                Fields.read(kept.field("answer"), AnswerJson::answer),
                Instant.parse(kept.text("made_at")),
                kept.text("generation"),
                cited(kept.field("cited")));
    }

    private static Map<String, String> cited(JsonNode node) {
        return Fields.read(node, cited -> {
            Map<String, String> hashes = new HashMap<>();
            node.fieldNames().forEachRemaining(key -> hashes.put(key, cited.text(key)));
            return hashes;
        });
    }

    private static ObjectNode answer(Answer answer) {
        ObjectNode node = NODES.objectNode();
        node.put("status", answer.status().name());
        ArrayNode lines = node.putArray("lines");
        answer.lines().forEach(line -> lines.add(line(line)));
        ArrayNode citations = node.putArray("citations");
        answer.citations().forEach(citation -> citations.add(citation(citation)));
        node.set("follow_ups", texts(answer.followUps()));
        answer.profile().ifPresent(profile -> node.set("profile", ProfileJson.write(profile)));
        node.set("receipt", receipt(answer.receipt()));
        return node;
    }

    private static Answer answer(Fields answer) {
        return new Answer(
                answer.oneOf("status", Status.class),
                answer.list("lines", line -> Fields.read(line, AnswerJson::line)),
                answer.list("citations", citation -> Fields.read(citation, AnswerJson::citation)),
                answer.texts("follow_ups"),
                answer.optional("profile", profile -> Fields.read(profile, ProfileJson::read)),
                Fields.read(answer.field("receipt"), AnswerJson::receipt));
    }

    private static ObjectNode line(AnswerLine line) {
        ObjectNode node = NODES.objectNode().put("bullet", line.bullet());
        line.label().ifPresent(label -> node.put("label", label));
        return node.put("text", line.text());
    }

    private static AnswerLine line(Fields line) {
        return new AnswerLine(line.flag("bullet"), line.optionalText("label"), line.text("text"));
    }

    private static ObjectNode citation(Citation citation) {
        ObjectNode node = NODES.objectNode()
                .put("marker", citation.marker())
                .put("source", citation.sourceId())
                .put("title", citation.title());
        node.set("heading", texts(citation.heading()));
        return node.put("quote", citation.quote())
                .put("statement", citation.statementKey())
                .put("note", citation.note());
    }

    private static Citation citation(Fields citation) {
        return new Citation(
                citation.count("marker"),
                citation.text("source"),
                citation.text("title"),
                citation.texts("heading"),
                citation.text("quote"),
                citation.text("statement"),
                citation.flag("note"));
    }

    private static ObjectNode receipt(Receipt receipt) {
        ObjectNode node = NODES.objectNode().put("served_by", receipt.servedBy().name());
        receipt.cached().ifPresent(hit -> node.put("cached", hit.name()));
        node.put("age_ns", receipt.age().toNanos());
        node.put("latency_ns", receipt.latency().toNanos());
        node.set("spending", spending(receipt.spending()));
        return node;
    }

    private static Receipt receipt(Fields receipt) {
        return new Receipt(
                receipt.oneOf("served_by", Tier.class),
                receipt.optionalText("cached").map(CacheHit::valueOf),
                Duration.ofNanos(receipt.whole("age_ns")),
                Duration.ofNanos(receipt.whole("latency_ns")),
                Fields.read(receipt.field("spending"), AnswerJson::spending));
    }

    private static ObjectNode spending(Spending spending) {
        ObjectNode node = NODES.objectNode();
        spending.model().ifPresent(model -> node.put("model", model));
        node.put("calls", spending.calls())
                .put("tokens_in", spending.tokensIn())
                .put("tokens_out", spending.tokensOut())
                .put("cost_nanos", spending.cost().nanos())
                .put("claims", spending.claims())
                .put("kept", spending.kept())
                .put("route", spending.route());
        spending.note().ifPresent(note -> node.put("note", note));
        return node;
    }

    private static Spending spending(Fields spending) {
        return new Spending(
                spending.optionalText("model"),
                spending.count("calls"),
                spending.count("tokens_in"),
                spending.count("tokens_out"),
                new Usd(spending.whole("cost_nanos")),
                spending.count("claims"),
                spending.count("kept"),
                spending.text("route"),
                spending.optionalText("note"));
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
