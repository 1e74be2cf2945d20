package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Discord account: a person's, or the bot's own. */
record User(String id, String name, boolean bot) {

    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("username", name)
                .put("global_name", name)
                .put("discriminator", "0")
                .putNull("avatar")
                .put("public_flags", 0)
                .put("bot", bot)
                .put("system", false);
    }
}
