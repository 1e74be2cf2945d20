package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;

/** A button of a message; what a button does not have is the empty string. */
public record Button(String label, String customId, String url, String emoji, int style, boolean disabled) {

    static Button of(JsonNode json) {
        return new Button(
                json.path("label").asText(""),
                json.path("custom_id").asText(""),
                json.path("url").asText(""),
                json.path("emoji").path("name").asText(""),
                json.path("style").asInt(),
                json.path("disabled").asBoolean());
    }
}
