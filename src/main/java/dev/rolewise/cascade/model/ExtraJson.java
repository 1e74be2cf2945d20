package dev.rolewise.cascade.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON that an operator adds to every request. */
final class ExtraJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 40;

    private ExtraJson() {}

    /** The object in {@code json}; throws {@link IllegalArgumentException} that begins with {@code setting}. */
    static Map<String, Object> object(String setting, String json) {
        try {
            Map<String, Object> read = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (read != null && !read.containsValue(null)) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // Its message holds the text, which may hold a key.
        }
        throw new IllegalArgumentException(
                setting + ": not a JSON object without nulls; write it such as '{\"name\": \"value\"}'");
    }

    /** {@code body} with {@code extra} merged in, objects member by member; a body that is no object stays as it is. */
    static String merged(String body, Map<String, Object> extra) {
        if (extra.isEmpty()) {
            return body;
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                merge(object, JSON.<ObjectNode>valueToTree(extra));
                return object.toString();
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request is always JSON");
        }
    }

    /** A name as it may stand in a message: short and printable. */
    static String shown(String name) {
        String printable = name.replaceAll("[^ -~]", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }

    private static void merge(ObjectNode into, ObjectNode extra) {
        extra.properties().forEach(e -> {
            JsonNode there = into.get(e.getKey());
            if (there instanceof ObjectNode inner && e.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                into.set(e.getKey(), e.getValue());
            }
        });
    }
}
