package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The files of a message after a request: those kept, and those that came with it. A body's {@code attachments} names the ids
 * that stay and, by their index, describes new files; without it everything stays.
 */
final class Attachments {
    private static final String REFERENCE = "attachment://";

    private final Snowflakes snowflakes;
    private final String baseUrl;
    private final String channelId;
    private final ArrayNode listed = Json.array();
    private final Map<String, Upload> files = new HashMap<>();

    Attachments(Snowflakes snowflakes, String httpUrl, String channelId) {
        this.snowflakes = snowflakes;
        this.baseUrl = httpUrl + "attachments/";
        this.channelId = channelId;
    }

    void merge(StoredMessage message, JsonNode body, SortedMap<String, Upload> uploads) {
        List<ObjectNode> described = Json.objects(body.path("attachments"));
        for (ObjectNode kept : Json.objects(message.json().path("attachments"))) {
            String id = kept.path("id").asText();
            Upload file = message.files().get(id);
            boolean stays = !body.path("attachments").isArray() || describes(described, id);
            if (file != null && stays) {
                listed.add(kept);
                files.put(id, file);
            }
        }
        uploads.forEach((index, upload) -> add(upload, description(described, index)));
    }

    private static boolean describes(List<ObjectNode> described, String id) {
        return described.stream().anyMatch(entry -> entry.path("id").asText().equals(id));
    }

    private static String description(List<ObjectNode> described, String index) {
        return described.stream()
                .filter(entry -> entry.path("id").asText().equals(index))
                .findFirst()
                .map(entry -> entry.path("description").asText(""))
                .orElse("");
    }

    private void add(Upload upload, String description) {
        String id = snowflakes.next();
        ObjectNode entry = describe(id, upload, baseUrl + channelId + "/" + id + "/" + upload.fileName());
        if (!description.isEmpty()) {
            entry.put("description", description);
        }
        listed.add(entry);
        files.put(id, upload);
    }

    static ObjectNode describe(String id, Upload upload, String url) {
        return Json.object()
                .put("id", id)
                .put("filename", upload.fileName())
                .put("size", upload.bytes().length)
                .put("content_type", upload.contentType())
                .put("url", url)
                .put("proxy_url", url);
    }

    ArrayNode listed() {
        return listed;
    }

    Map<String, Upload> files() {
        return files;
    }

    /** Replaces every {@code attachment://name} below the node by the file's address, and reports names without a file. */
    void resolve(JsonNode node, FormFaults faults, String path) {
        if (node instanceof ObjectNode media && media.path("url").isTextual()) {
            String url = media.path("url").asText();
            if (url.startsWith(REFERENCE)) {
                refer(media, url.substring(REFERENCE.length()), faults, path);
            } else if (!media.has("style") && !media.has("proxy_url")) {
                media.put("proxy_url", url);
            }
        }
        node.forEach(child -> resolve(child, faults, path));
    }

    private void refer(ObjectNode media, String fileName, FormFaults faults, String path) {
        Json.objects(listed).stream()
                .filter(entry -> entry.path("filename").asText().equals(fileName))
                .findFirst()
                .ifPresentOrElse(
                        entry -> media.put("url", entry.path("url").asText())
                                .put("proxy_url", entry.path("url").asText())
                                .put("attachment_id", entry.path("id").asText()),
                        () -> faults.add(path, "The referenced attachment was not found: " + fileName));
    }
}
