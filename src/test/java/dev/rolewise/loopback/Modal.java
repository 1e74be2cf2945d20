package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A modal that the bot showed to a member, waiting to be submitted; each of its components has a number. */
public final class Modal {
    private final String title;
    private final String customId;
    private final ArrayNode components;
    private final @Nullable String sourceMessageId;

    Modal(JsonNode data, @Nullable String sourceMessageId) {
        this.title = data.path("title").asText();
        this.customId = data.path("custom_id").asText();
        this.components = ComponentTree.numbered(data.path("components"));
        this.sourceMessageId = sourceMessageId;
    }

    /** A field to fill in; {@code type} is Discord's number of the component, 4 for a text input. */
    public record Field(String customId, String label, int type, boolean required, String value) {}

    public String title() {
        return title;
    }

    public String customId() {
        return customId;
    }

    public List<Field> fields() {
        return ComponentTree.flatten(components).stream()
                .filter(component -> Json.has(component, "custom_id"))
                .map(component -> new Field(
                        component.path("custom_id").asText(),
                        label(component),
                        ComponentType.of(component),
                        component.path("required").asBoolean(true),
                        component.path("value").asText("")))
                .toList();
    }

    private String label(JsonNode field) {
        return Json.objects(components).stream()
                .filter(top -> top.path("component").equals(field))
                .findFirst()
                .map(top -> top.path("label").asText())
                .orElse(field.path("label").asText(""));
    }

    ArrayNode components() {
        return components;
    }

    /** The message whose component opened the modal. */
    Optional<String> sourceMessageId() {
        return Optional.ofNullable(sourceMessageId);
    }
}
