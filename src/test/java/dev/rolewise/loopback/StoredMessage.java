package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A message as Discord keeps it: its JSON and its files. Read and written under the lock of {@link Changes}. */
final class StoredMessage {
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;

    private final String readerId;
    private ObjectNode json;
    private Map<String, Upload> files = Map.of();
    private JsonNode allowedMentions = MissingNode.getInstance();
    private boolean deleted;

    /** @param readerId who alone sees the message if it is ephemeral */
    StoredMessage(ObjectNode json, String readerId) {
        this.json = json;
        this.readerId = readerId;
    }

    String id() {
        return json.path("id").asText();
    }

    String channelId() {
        return json.path("channel_id").asText();
    }

    ObjectNode json() {
        return json;
    }

    Map<String, Upload> files() {
        return files;
    }

    boolean loading() {
        return (flags() & LOADING) != 0;
    }

    int flags() {
        return json.path("flags").asInt();
    }

    boolean visibleTo(User user) {
        return (flags() & EPHEMERAL) == 0 || readerId.equals(user.id());
    }

    boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    void become(ObjectNode next, Map<String, Upload> nextFiles, JsonNode mentions) {
        json = next;
        files = Map.copyOf(new HashMap<>(nextFiles));
        allowedMentions = mentions;
    }

    Message snapshot() {
        return new Message(json.deepCopy(), files, allowedMentions, deleted);
    }
}
