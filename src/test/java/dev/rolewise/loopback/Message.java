package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message as it stood when it was read; later edits do not change it. */
public final class Message {
    private final ObjectNode json;
    private final Map<String, Upload> files;
    private final JsonNode allowedMentions;
    private final boolean deleted;

    Message(ObjectNode json, Map<String, Upload> files, JsonNode allowedMentions, boolean deleted) {
        this.json = json;
        this.files = files;
        this.allowedMentions = allowedMentions;
        this.deleted = deleted;
    }

    /** A file of a message; {@code description} is the alt text, empty when there is none. */
    public record Attachment(String fileName, String contentType, String description, Upload file) {}

    public String id() {
        return json.path("id").asText();
    }

    public String channelId() {
        return json.path("channel_id").asText();
    }

    public String author() {
        return json.path("author").path("username").asText();
    }

    public String content() {
        return json.path("content").asText();
    }

    public JsonNode embeds() {
        return json.path("embeds");
    }

    public JsonNode components() {
        return json.path("components");
    }

    public int flags() {
        return json.path("flags").asInt();
    }

    public boolean ephemeral() {
        return (flags() & StoredMessage.EPHEMERAL) != 0;
    }

    /** Whether the message shows "thinking" until the bot edits it. */
    public boolean loading() {
        return (flags() & StoredMessage.LOADING) != 0;
    }

    public boolean usesComponentsV2() {
        return (flags() & MessageLimits.COMPONENTS_V2) != 0;
    }

    public boolean deleted() {
        return deleted;
    }

    /** The body's {@code allowed_mentions}; a missing node, which allows every mention, when the bot did not send it. */
    public JsonNode allowedMentions() {
        return allowedMentions;
    }

    /** The mentions in the text that would notify somebody. */
    public List<String> pings() {
        return Pings.of(text(), allowedMentions);
    }

    /** All that can be read: content, embeds and text displays, in this order, a line each; not the labels of components. */
    public String text() {
        Stream<String> embedded = Json.objects(embeds()).stream().map(embed -> EmbedText.of(embed, "\n"));
        Stream<String> displayed = components(ComponentType.TEXT_DISPLAY)
                .map(display -> display.path("content").asText());
        return Stream.of(Stream.of(content()), embedded, displayed)
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public List<Button> buttons() {
        return components(ComponentType.BUTTON).map(Button::of).toList();
    }

    /** The one button with this label or custom id. */
    public Button button(String labelOrCustomId) {
        List<Button> found = buttons().stream()
                .filter(button -> button.label().equals(labelOrCustomId)
                        || button.customId().equals(labelOrCustomId))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " buttons are called \"" + labelOrCustomId + "\", of " + buttons());
        }
        return found.get(0);
    }

    public List<SelectMenu> selects() {
        return ComponentTree.flatten(components()).stream()
                .filter(component -> ComponentType.isSelect(ComponentType.of(component)))
                .map(SelectMenu::of)
                .toList();
    }

    /** The select menu with this custom id. */
    public SelectMenu select(String customId) {
        return selects().stream()
                .filter(select -> select.customId().equals(customId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no select menu " + customId + " among " + selects()));
    }

    public List<Attachment> attachments() {
        return Json.objects(json.path("attachments")).stream()
                .flatMap(entry -> Stream.ofNullable(files.get(entry.path("id").asText()))
                        .map(file -> new Attachment(
                                file.fileName(),
                                file.contentType(),
                                entry.path("description").asText(""),
                                file)))
                .toList();
    }

    /** The whole message in Discord's shape; a copy. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return author() + ": " + text();
    }

    private Stream<ObjectNode> components(int type) {
        return ComponentTree.flatten(components()).stream().filter(component -> ComponentType.of(component) == type);
    }
}
