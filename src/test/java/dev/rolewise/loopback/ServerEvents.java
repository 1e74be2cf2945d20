package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What Discord tells a bot with the GUILDS intent about a server before anything happens there: the server itself, its channels
 * and its roles. Each is told when it is first needed, once a session.
 */
final class ServerEvents {
    private static final long CREATE_PUBLIC_THREADS = 1L << 35;

    private final World world;

    ServerEvents(World world) {
        this.world = world;
    }

    /** Tells of the place, and of the role that gives the permissions. */
    void tell(GatewaySession session, Place.InServer place, long permissions) {
        String serverId = place.server().id();
        session.tell(serverId, "GUILD_CREATE", server(place.server()));
        if (!place.isThread()) {
            session.tell(serverId + "/" + place.channelId(), "CHANNEL_CREATE", channel(place));
        }
        ObjectNode role = Json.object().put("guild_id", serverId);
        role.set("role", role(roleId(place, permissions), "granted", permissions));
        session.tell(serverId + "/" + roleId(place, permissions), "GUILD_ROLE_CREATE", role);
    }

    /** The role that stands for these permissions in the place's server. */
    String roleId(Place.InServer place, long permissions) {
        return world.id("role/" + place.server().id(), Long.toString(permissions));
    }

    /** The server itself, as a bot gets it that is there. */
    ObjectNode server(Server server) {
        ObjectNode json = Json.object()
                .put("id", server.id())
                .put("name", server.name())
                .put("owner_id", world.id("user", "owner of " + server.name()))
                .put("preferred_locale", "en-US")
                .put("afk_timeout", 300)
                .put("member_count", 2)
                .put("large", false)
                .put("unavailable", false)
                .put("premium_progress_bar_enabled", false);
        for (String empty : List.of(
                "channels", "threads", "guild_scheduled_events", "emojis", "voice_states", "stickers", "features")) {
            json.putArray(empty);
        }
        json.putArray("roles").add(role(server.id(), "@everyone", everyone(server)));
        ObjectNode bot = Place.memberWithoutUser(Long.toString(Member.ORDINARY));
        bot.set("user", world.application.bot().json());
        json.putArray("members").add(bot);
        return json;
    }

    /** Discord lets everybody start threads, unless a server takes that away. */
    private long everyone(Server server) {
        return world.threadless(server) ? Member.ORDINARY : Member.ORDINARY | CREATE_PUBLIC_THREADS;
    }

    /** A public thread as Discord describes it. */
    ObjectNode thread(Place.InServer thread) {
        ObjectNode json = Json.object()
                .put("id", thread.channelId())
                .put("guild_id", thread.server().id())
                .put("parent_id", thread.parentId())
                .put("owner_id", world.application.bot().id())
                .put("name", thread.channelName())
                .put("type", 11)
                .put("flags", 0)
                .put("rate_limit_per_user", 0)
                .put("message_count", 0)
                .put("member_count", 1)
                .put("total_message_sent", 0)
                .put("newly_created", true)
                .putNull("last_message_id");
        archiving(json);
        return json;
    }

    static void archiving(ObjectNode thread) {
        thread.putObject("thread_metadata")
                .put("archived", false)
                .put("auto_archive_duration", 4320)
                .put("archive_timestamp", "2024-01-01T00:00:00.000000+00:00")
                .put("create_timestamp", "2024-01-01T00:00:00.000000+00:00")
                .put("locked", false);
    }

    private static ObjectNode channel(Place.InServer place) {
        ObjectNode channel = Json.object()
                .put("id", place.channelId())
                .put("guild_id", place.server().id())
                .put("name", place.channelName())
                .put("type", 0)
                .put("position", 0)
                .put("nsfw", false);
        channel.putArray("permission_overwrites");
        return channel;
    }

    private static ObjectNode role(String id, String name, long permissions) {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("permissions", Long.toString(permissions))
                .put("position", 0)
                .put("color", 0)
                .put("hoist", false)
                .put("managed", false)
                .put("mentionable", false)
                .put("flags", 0)
                .set("colors", Json.object().put("primary_color", 0));
    }
}
