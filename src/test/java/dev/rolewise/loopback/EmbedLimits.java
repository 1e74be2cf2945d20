package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Discord's documented limits of embeds. */
final class EmbedLimits {
    private static final int EMBEDS = 10;
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 4096;
    private static final int FIELDS = 25;
    private static final int FIELD_NAME = 256;
    private static final int FIELD_VALUE = 1024;
    private static final int FOOTER = 2048;
    private static final int AUTHOR = 256;
    private static final int IN_ALL = 6000;

    private final FormFaults faults;

    EmbedLimits(FormFaults faults) {
        this.faults = faults;
    }

    void check(JsonNode embeds, String path) {
        List<ObjectNode> all = Json.objects(embeds);
        faults.count(all.size(), 0, EMBEDS, path);
        int characters = 0;
        for (int i = 0; i < all.size(); i++) {
            embed(all.get(i), path + "." + i);
            characters += Json.length(EmbedText.of(all.get(i), ""));
        }
        faults.require(characters <= IN_ALL, path, "Embed size exceeds " + IN_ALL + ", is " + characters + ".");
    }

    private void embed(ObjectNode embed, String path) {
        faults.atMost(embed, "title", TITLE, path);
        faults.atMost(embed, "description", DESCRIPTION, path);
        faults.atMost(embed.path("footer"), "text", FOOTER, path + ".footer");
        faults.atMost(embed.path("author"), "name", AUTHOR, path + ".author");
        List<ObjectNode> fields = Json.objects(embed.path("fields"));
        faults.count(fields.size(), 0, FIELDS, path + ".fields");
        for (int i = 0; i < fields.size(); i++) {
            faults.text(fields.get(i), "name", FIELD_NAME, path + ".fields." + i);
            faults.text(fields.get(i), "value", FIELD_VALUE, path + ".fields." + i);
        }
    }
}
