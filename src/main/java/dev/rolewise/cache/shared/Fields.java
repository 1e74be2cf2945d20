package dev.rolewise.cache.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a JSON object field by field, each of exactly one type, and refuses what it has besides. Every method throws
 * {@link IllegalArgumentException} where the object is not as expected.
 */
final class Fields {
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private Fields(JsonNode object) {
        this.object = object;
    }

    /** Reads an object with {@code reader}, which has to read all its fields. */
    static <T> T read(JsonNode node, Function<Fields, T> reader) {
        if (!(node instanceof ObjectNode)) {
            throw new IllegalArgumentException("not an object");
        }
        Fields fields = new Fields(node);
        T result = reader.apply(fields);
        node.fieldNames().forEachRemaining(name -> expect(fields.read.contains(name)));
        return result;
    }

    String text(String name) {
        return text(field(name));
    }

    Optional<String> optionalText(String name) {
        return optional(name, Fields::text);
    }

    /** Absent is empty; there is no null. */
    <T> Optional<T> optional(String name, Function<JsonNode, T> reader) {
        read.add(name);
        JsonNode node = object.get(name);
        return node == null ? Optional.empty() : Optional.of(reader.apply(node));
    }

    List<String> texts(String name) {
        return list(name, Fields::text);
    }

    <T> List<T> list(String name, Function<JsonNode, T> reader) {
        JsonNode node = field(name);
        expect(node.isArray());
        List<T> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    long whole(String name) {
        JsonNode node = field(name);
        expect(node.isIntegralNumber() && node.canConvertToLong());
        return node.longValue();
    }

    int count(String name) {
        return Math.toIntExact(whole(name));
    }

    double number(String name) {
        JsonNode node = field(name);
        expect(node.isNumber());
        return node.doubleValue();
    }

    boolean flag(String name) {
        JsonNode node = field(name);
        expect(node.isBoolean());
        return node.booleanValue();
    }

    <T extends Enum<T>> T oneOf(String name, Class<T> type) {
        return Enum.valueOf(type, text(name));
    }

    /** The field, of whatever type. */
    JsonNode field(String name) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node;
    }

    private static String text(JsonNode node) {
        expect(node.isTextual());
        return node.textValue();
    }

    private static void expect(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("another field or type than expected");
        }
    }
}
