package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Discord's documented limits of a message, checked on the message as it would stand after the request. */
final class MessageLimits {
    static final int COMPONENTS_V2 = 1 << 15;

    private static final int CONTENT = 2000;
    private static final int ATTACHMENTS = 10;
    private static final int ATTACHMENT_BYTES = 10 << 20;
    private static final int ALT_TEXT = 1024;

    private MessageLimits() {}

    /** @param path where the message stands in the body, such as {@code data} */
    static List<FormFaults.Fault> check(ObjectNode message, Collection<Upload> uploads, String path) {
        FormFaults faults = new FormFaults();
        boolean v2 = (message.path("flags").asInt() & COMPONENTS_V2) != 0;
        if (v2) {
            String rule = "Cannot be used together with the IS_COMPONENTS_V2 flag.";
            faults.require(message.path("content").asText().isEmpty(), path + ".content", rule);
            faults.require(message.path("embeds").isEmpty(), path + ".embeds", rule);
        }
        faults.atMost(message, "content", CONTENT, path);
        new EmbedLimits(faults).check(message.path("embeds"), path + ".embeds");
        new ComponentLimits(faults).check(message.path("components"), v2, path + ".components");
        attachments(message, uploads, faults, path + ".attachments");
        return faults.all();
    }

    private static void attachments(ObjectNode message, Collection<Upload> uploads, FormFaults faults, String path) {
        List<ObjectNode> all = Json.objects(message.path("attachments"));
        faults.count(all.size(), 0, ATTACHMENTS, path);
        all.forEach(attachment -> faults.atMost(attachment, "description", ALT_TEXT, path));
        for (Upload upload : uploads) {
            faults.require(
                    upload.bytes().length <= ATTACHMENT_BYTES,
                    path,
                    "File cannot be larger than 10 MiB: " + upload.fileName());
        }
    }

    static boolean isEmpty(ObjectNode message) {
        return message.path("content").asText().isEmpty()
                && message.path("embeds").isEmpty()
                && message.path("components").isEmpty()
                && message.path("attachments").isEmpty();
    }
}
