package dev.rolewise.cache.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.QuestionProfile;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;

/** A question profile as JSON, with its parts; an embedding is its components as float32, the most significant byte first, in base64. */
final class ProfileJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProfileJson() {}

    static ObjectNode write(QuestionProfile profile) {
        ObjectNode node = NODES.objectNode().put("text", profile.text());
        texts(node, "roles", profile.roles());
        profile.from().ifPresent(from -> node.put("from", from));
        profile.to().ifPresent(to -> node.put("to", to));
        profile.aspect().ifPresent(aspect -> node.put("aspect", aspect));
        node.put("intent", profile.intent())
                .put("intent_confidence", profile.intentConfidence())
                .put("polarity", profile.polarity().name())
                .put("complexity", profile.complexity().name())
                .put("personal", profile.personal())
                .put("presupposes", profile.presupposes());
        texts(node, "quantities", profile.quantities());
        texts(node, "terms", profile.terms());
        ArrayNode parts = node.putArray("parts");
        profile.parts().forEach(part -> parts.add(write(part)));
        return node.put("embedding", base64(profile.embedding()));
    }

    static QuestionProfile read(Fields profile) {
        return new QuestionProfile(
                profile.text("text"),
                profile.texts("roles"),
                profile.optionalText("from"),
                profile.optionalText("to"),
                profile.optionalText("aspect"),
                profile.text("intent"),
                profile.number("intent_confidence"),
                profile.oneOf("polarity", Polarity.class),
                profile.oneOf("complexity", Complexity.class),
                profile.flag("personal"),
                profile.flag("presupposes"),
                profile.texts("quantities"),
                Set.copyOf(profile.texts("terms")),
                profile.list("parts", ProfileJson::part),
                embedding(profile.text("embedding")));
    }

    private static QuestionProfile part(JsonNode part) {
        return Fields.read(part, ProfileJson::read);
    }

    private static String base64(Embedding embedding) {
        ByteBuffer bytes = ByteBuffer.allocate(embedding.dimensions() * Float.BYTES);
        for (int i = 0; i < embedding.dimensions(); i++) {
            bytes.putFloat(embedding.at(i));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static Embedding embedding(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException("an embedding is whole numbers of float32");
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Embedding.of(values);
    }

    private static void texts(ObjectNode node, String name, Collection<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(array::add);
    }
}
