package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a member acts: a text channel of a server, or the direct messages with the bot. */
sealed interface Place {
    String channelId();

    /** Discord's number for the interaction context. */
    int context();

    /** A text channel of a server, or a public thread of one: then {@code parentId} is its channel, else empty text. */
    record InServer(Server server, String channelId, String channelName, String parentId) implements Place {
        boolean isThread() {
            return !parentId.isEmpty();
        }

        @Override
        public int context() {
            return 0;
        }
    }

    /** A member's direct messages with the bot. */
    record Direct(String channelId) implements Place {
        @Override
        public int context() {
            return 1;
        }
    }

    /** Puts the place into an interaction as Discord describes it there. */
    default void describe(ObjectNode interaction, User user, User bot, long permissions) {
        String bits = Long.toString(permissions);
        interaction.put("channel_id", channelId()).put("context", context());
        ObjectNode owners = interaction.putObject("authorizing_integration_owners");
        ObjectNode channel = interaction.putObject("channel").put("id", channelId());
        if (this instanceof InServer here) {
            owners.put("0", here.server().id());
            channel.put("type", 0)
                    .put("name", here.channelName())
                    .put("guild_id", here.server().id())
                    .put("permissions", bits)
                    .put("position", 0)
                    .put("nsfw", false)
                    .put("rate_limit_per_user", 0)
                    .put("flags", 0)
                    .putNull("topic");
            if (here.isThread()) {
                channel.put("type", 11).put("parent_id", here.parentId());
                ServerEvents.archiving(channel);
            } else {
                channel.putNull("parent_id");
            }
            interaction.put("guild_id", here.server().id()).put("guild_locale", "en-US");
            interaction
                    .putObject("guild")
                    .put("id", here.server().id())
                    .put("locale", "en-US")
                    .putArray("features");
            interaction.set("member", member(user, bits));
        } else {
            owners.put("0", "0");
            channel.put("type", 1).put("flags", 0).putArray("recipients").add(bot.json());
            interaction.set("user", user.json());
        }
    }

    private static ObjectNode member(User user, String permissions) {
        ObjectNode member = memberWithoutUser(permissions);
        member.set("user", user.json());
        return member;
    }

    static ObjectNode memberWithoutUser(String permissions) {
        ObjectNode member = Json.object()
                .put("permissions", permissions)
                .put("joined_at", "2024-01-01T00:00:00.000000+00:00")
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0)
                .putNull("nick")
                .putNull("avatar")
                .putNull("premium_since")
                .putNull("communication_disabled_until");
        member.putArray("roles");
        return member;
    }
}
