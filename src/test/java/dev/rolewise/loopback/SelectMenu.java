package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A select menu of a message; {@code options} is empty for a menu of users, roles or channels. */
public record SelectMenu(
        String customId, String placeholder, int type, int least, int most, boolean disabled, List<Option> options) {

    /** One line of the menu. */
    public record Option(String label, String value, String description, boolean preselected) {}

    static SelectMenu of(JsonNode json) {
        List<Option> options = Json.objects(json.path("options")).stream()
                .map(option -> new Option(
                        option.path("label").asText(),
                        option.path("value").asText(),
                        option.path("description").asText(""),
                        option.path("default").asBoolean()))
                .toList();
        return new SelectMenu(
                json.path("custom_id").asText(),
                json.path("placeholder").asText(""),
                ComponentType.of(json),
                json.path("min_values").asInt(1),
                json.path("max_values").asInt(1),
                json.path("disabled").asBoolean(),
                options);
    }
}
