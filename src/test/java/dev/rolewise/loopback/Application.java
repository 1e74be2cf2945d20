package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one application that the loopback Discord serves, and the addresses it serves it at. */
record Application(String id, User bot, String httpUrl, String gatewayUrl) {

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", bot.name())
                .put("description", "")
                .putNull("icon")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "")
                .put("flags", 0);
        json.set("bot", bot.json());
        json.set("owner", new User("1", "owner", false).json());
        return json;
    }
}
