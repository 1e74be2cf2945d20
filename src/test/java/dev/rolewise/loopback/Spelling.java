package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A request body with its numbers and ids spelt as Discord's OpenAPI document wants them. Discord takes either spelling; JDA sends
 * {@code contexts}, {@code integration_types} and {@code default_member_permissions} as strings, and the ids of attachments as
 * integers.
 */
final class Spelling {
    private Spelling() {}

    static JsonNode normalised(JsonNode body) {
        JsonNode copy = body.deepCopy();
        for (ObjectNode command : Json.objects(copy)) {
            for (String field : List.of("contexts", "integration_types")) {
                if (command.path(field) instanceof ArrayNode values) {
                    ArrayNode numbers = Json.array();
                    values.forEach(value -> numbers.add(value.asInt()));
                    command.set(field, numbers);
                }
            }
            if (command.path("default_member_permissions").isTextual()) {
                command.put(
                        "default_member_permissions",
                        command.path("default_member_permissions").asLong());
            }
        }
        for (JsonNode message : List.of(copy, copy.path("data"))) {
            Json.objects(message.path("attachments"))
                    .forEach(attachment ->
                            attachment.put("id", attachment.path("id").asText()));
        }
        return copy;
    }
}
