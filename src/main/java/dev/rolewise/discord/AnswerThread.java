package dev.rolewise.discord;

import java.util.function.Consumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.middleman.StandardGuildMessageChannel;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/**
 * The thread that a reply starts. Where there can be none (in a thread, in a direct message, in a voice channel's chat, without
 * the permission Create Public Threads), the reply simply stands where it was asked for. Thread-safe.
 */
final class AnswerThread {
    private final IReplyCallback interaction;
    private final String title;
    private final Consumer<String> started;
    private final String what;

    /**
     * @param started told the id of the thread
     * @param what names the call in the log
     */
    AnswerThread(IReplyCallback interaction, String title, Consumer<String> started, String what) {
        this.interaction = interaction;
        this.title = title;
        this.started = started;
        this.what = what;
    }

    /** Starts it at the reply, which everybody sees already; returns at once, and fails silently but for the log. */
    void startAt(long messageId) {
        Channel channel = interaction.getChannel();
        if (channel instanceof StandardGuildMessageChannel place && !place.isDetached() && allowed(place)) {
            place.createThreadChannel(Excerpt.label(title.replaceAll("\\s+", " "), Channel.MAX_NAME_LENGTH), messageId)
                    .queue(thread -> started.accept(thread.getId()), RestFailures.logged("start a thread for " + what));
        }
    }

    private static boolean allowed(StandardGuildMessageChannel place) {
        return place.getGuild()
                .getSelfMember()
                .hasPermission(place, Permission.VIEW_CHANNEL, Permission.CREATE_PUBLIC_THREADS);
    }
}
