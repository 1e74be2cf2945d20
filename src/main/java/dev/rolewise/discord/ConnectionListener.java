package dev.rolewise.discord;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the connection: when it is ready first, lost, back, and ended for good. Thread-safe. */
final class ConnectionListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionListener.class);
    private static final int AUTHENTICATION_FAILED = 4004;

    private final CompletableFuture<JDA> ready = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    /** The first shard that is ready; fails where Discord ends the connection first. */
    CompletableFuture<JDA> ready() {
        return ready;
    }

    /** Why Discord ended the connection for good, in one line; never completes for one that we end. */
    CompletionStage<String> ended() {
        return ended;
    }

    String whyEnded() {
        return ended.getNow("Discord ended the connection.");
    }

    @Override
    public void onReady(ReadyEvent event) {
        LOG.info("Connected to Discord, shard {}", event.getJDA().getShardInfo().getShardId());
        ready.complete(event.getJDA());
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        LOG.warn(
                "Lost the connection of shard {}; connecting again",
                event.getJDA().getShardInfo().getShardId());
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        LOG.info("Connected again, shard {}", event.getJDA().getShardInfo().getShardId());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        LOG.info("Connected anew, shard {}", event.getJDA().getShardInfo().getShardId());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        String why = event.getCode() == AUTHENTICATION_FAILED
                ? DiscordProbe.tokenRefused()
                : "Discord ended the connection for good (close code " + event.getCode() + "): start the bot again.";
        ended.complete(why);
        ready.completeExceptionally(new IllegalStateException(why));
    }
}
