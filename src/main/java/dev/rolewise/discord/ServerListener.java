package dev.rolewise.discord;

import dev.rolewise.command.ServerWatch;
import dev.rolewise.command.ServerWatch.Presence;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.internal.JDAImpl;

/** Passes on in which servers the bot is. Discord sends that without any intent that must be asked for. */
final class ServerListener extends ListenerAdapter {
    private static final int SHARD_SHIFT = 22;

    private final ServerWatch watch;

    ServerListener(ServerWatch watch) {
        this.watch = watch;
    }

    @Override
    public void onReady(ReadyEvent event) {
        JDA shard = event.getJDA();
        watch.connected(serverId -> presence(shard, serverId));
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        JDA shard = event.getJDA();
        watch.connected(serverId -> presence(shard, serverId));
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        watch.joined(event.getGuild().getId());
    }

    /** Also one that was unavailable when the connection began. */
    @Override
    public void onGuildReady(GuildReadyEvent event) {
        watch.joined(event.getGuild().getId());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        watch.joined(event.getGuild().getId());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        watch.left(event.getGuild().getId());
    }

    @Override
    public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
        watch.left(event.getGuildId());
    }

    /** A list without any server is no reason to think that the bot has left them all. */
    private static Presence presence(JDA shard, String serverId) {
        long id = Long.parseUnsignedLong(serverId);
        int total = shard.getShardInfo().getShardTotal();
        boolean told = !shard.getGuildCache().isEmpty()
                || !shard.getUnavailableGuilds().isEmpty();
        boolean otherShards =
                (id >>> SHARD_SHIFT) % total != shard.getShardInfo().getShardId();
        if (shard.getGuildById(id) != null || isUnavailable(shard, id)) {
            return Presence.IN;
        }
        return !told || otherShards ? Presence.UNKNOWN : Presence.GONE;
    }

    /** JDA names as unavailable those that became so later; it only knows of those that were so from the beginning. */
    private static boolean isUnavailable(JDA shard, long id) {
        return shard instanceof JDAImpl known ? known.getGuildSetupController().isKnown(id) : shard.isUnavailable(id);
    }
}
