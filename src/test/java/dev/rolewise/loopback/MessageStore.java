package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Every message there is, by id in the order of posting, and how one is written. Used under the lock of {@link Changes}. */
final class MessageStore {
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int SETTABLE = SUPPRESS_EMBEDS | MessageLimits.COMPONENTS_V2;

    private final Snowflakes snowflakes;
    private final Clock clock;
    private final Application application;
    private final Map<String, StoredMessage> byId = new LinkedHashMap<>();
    private final Map<String, Upload> commandFiles = new HashMap<>();
    private final List<Consumer<Message>> readers = new CopyOnWriteArrayList<>();

    MessageStore(Snowflakes snowflakes, Clock clock, Application application) {
        this.snowflakes = snowflakes;
        this.clock = clock;
        this.application = application;
    }

    void addReader(Consumer<Message> reader) {
        readers.add(reader);
    }

    /** An empty message that is not yet posted. */
    StoredMessage draft(String channelId, User author, String readerId, int flags) {
        ObjectNode json = Json.object()
                .put("id", snowflakes.next())
                .put("type", 0)
                .put("channel_id", channelId)
                .put("content", "")
                .put("mention_everyone", false)
                .put("timestamp", clock.instant().toString())
                .putNull("edited_timestamp")
                .put("flags", flags)
                .put("pinned", false)
                .put("tts", false);
        json.set("author", author.json());
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            json.putArray(list);
        }
        return new StoredMessage(json, readerId);
    }

    void post(StoredMessage message) {
        byId.put(message.id(), message);
        announce(message);
    }

    /** Writes what a body says over a message; with faults nothing is written. */
    List<FormFaults.Fault> write(StoredMessage message, JsonNode body, SortedMap<String, Upload> uploads, String path) {
        ObjectNode next = message.json().deepCopy();
        int kept = message.flags() & ~StoredMessage.LOADING;
        next.put("flags", kept | (body.path("flags").asInt() & SETTABLE));
        if (body.has("content")) {
            next.put("content", body.path("content").asText(""));
        }
        if (body.has("embeds")) {
            next.set("embeds", embeds(body.path("embeds")));
        }
        if (body.has("components")) {
            next.set("components", ComponentTree.numbered(body.path("components")));
        }
        Attachments attachments = new Attachments(snowflakes, application.httpUrl(), message.channelId());
        attachments.merge(message, body, uploads);
        next.set("attachments", attachments.listed());
        List<FormFaults.Fault> faults = new ArrayList<>(MessageLimits.check(next, uploads.values(), path));
        FormFaults references = new FormFaults();
        attachments.resolve(next.path("components"), references, path + ".components");
        attachments.resolve(next.path("embeds"), references, path + ".embeds");
        faults.addAll(references.all());
        if (faults.isEmpty()) {
            if (byId.containsKey(message.id()) && !message.loading()) {
                next.put("edited_timestamp", clock.instant().toString());
            }
            message.become(next, attachments.files(), body.path("allowed_mentions"));
            announce(message);
        }
        return List.copyOf(faults);
    }

    private static ArrayNode embeds(JsonNode embeds) {
        ArrayNode copy = Json.array();
        Json.objects(embeds).forEach(embed -> copy.add(embed.deepCopy().put("type", "rich")));
        return copy;
    }

    private void announce(StoredMessage message) {
        if (byId.containsKey(message.id()) && !message.loading()) {
            readers.forEach(reader -> reader.accept(message.snapshot()));
        }
    }

    Optional<StoredMessage> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(message -> !message.deleted());
    }

    /** The messages of a channel that a user can see, oldest first. */
    List<Message> visible(String channelId, User user) {
        return byId.values().stream()
                .filter(message -> message.channelId().equals(channelId) && message.visibleTo(user))
                .filter(message -> !message.deleted() && !message.loading())
                .map(StoredMessage::snapshot)
                .toList();
    }

    /** Keeps a file that came with a command instead of a message; gives its id. */
    String keep(Upload upload) {
        String id = snowflakes.next();
        commandFiles.put(id, upload);
        return id;
    }

    Optional<Upload> file(String attachmentId) {
        return Optional.ofNullable(commandFiles.get(attachmentId)).or(() -> messageFile(attachmentId));
    }

    private Optional<Upload> messageFile(String attachmentId) {
        return byId.values().stream()
                .flatMap(message -> Optional.ofNullable(message.files().get(attachmentId)).stream())
                .findFirst();
    }
}
