package dev.rolewise.discord;

import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.ServerWatch;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Discord: connects, registers its commands and answers members until it is stopped. Started once; {@link #stop}
 * and {@link #awaitEnd} may be called by any thread.
 */
public final class DiscordBot {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);
    private static final Duration LOG_OFF = Duration.ofSeconds(5);

    private final DiscordSettings settings;
    private final CommandRegistry commands;
    private final ServerWatch servers;
    private final ReplyDesk desk;
    private final EventPool events = new EventPool();
    private final ConnectionListener connection = new ConnectionListener();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
    private volatile @Nullable ShardManager shards;

    /**
     * A bot that is not connected yet.
     *
     * @param servers told in which servers the bot is
     * @param workers on which commands run: bounded, and rejecting what is too much, so that the member is told to come back;
     *     not shut down here
     * @param errorIds short ids under which failures are logged and told to members
     */
    public DiscordBot(
            DiscordSettings settings,
            CommandRegistry commands,
            ServerWatch servers,
            ExecutorService workers,
            Supplier<String> errorIds) {
        this.settings = settings;
        this.commands = commands;
        this.servers = servers;
        this.desk = new ReplyDesk(workers, errorIds);
    }

    /**
     * Returns when the first shard is connected and the commands are registered; further shards go on connecting. Returns
     * early if the bot is stopped meanwhile. Whoever gets an exception has nothing to clean up.
     */
    public void start() throws DiscordStartException, InterruptedException {
        new DiscordProbe(settings).check();
        MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
        boolean running = false;
        try {
            JDA first = connect();
            new CommandRegistration(first, settings.testServer()).register(commands);
            LOG.info(
                    "To add the bot to a server: {}",
                    InviteLink.of(first.getSelfUser().getApplicationId()));
            running = !stopped.get();
        } catch (DiscordStartException e) {
            if (!stopped.get()) {
                throw e;
            }
        } finally {
            if (!running) {
                logOff();
            }
        }
        connection.ended().thenAccept(why -> end.complete(Optional.of(why)));
    }

    /** Blocks until the bot has stopped: empty if it was asked to, or one line why Discord ended it for good. */
    public Optional<String> awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end is never exceptional", e);
        }
    }

    /**
     * Takes no new work, gives pending commands up to {@code patience}, has a word with each member who still waits then, and
     * logs off. Takes at most ten seconds more than that. The second call does nothing.
     */
    public void stop(Duration patience) throws InterruptedException {
        if (stopped.getAndSet(true)) {
            return;
        }
        end.complete(Optional.empty());
        try {
            desk.close(patience);
        } finally {
            logOff();
        }
    }

    private JDA connect() throws DiscordStartException, InterruptedException {
        try {
            ShardManager built = builder().build();
            shards = built;
            return connection.ready().get(settings.startLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InvalidTokenException e) {
            throw new DiscordStartException(DiscordProbe.tokenRefused());
        } catch (TimeoutException e) {
            throw new DiscordStartException("Discord's gateway did not answer within "
                    + settings.startLimit().toSeconds()
                    + " s: check that the firewall lets WebSocket connections out.");
        } catch (ExecutionException e) {
            throw new DiscordStartException(connection.whyEnded());
        } catch (RuntimeException e) {
            throw new DiscordStartException("Could not connect to Discord (" + RestFailures.reason(e)
                    + "): check the network and https://discordstatus.com, and start again.");
        }
    }

    private DefaultShardManagerBuilder builder() {
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        settings.token(), Collections.emptyList())
                .setCompression(Compression.NONE)
                .setEnableShutdownHook(false)
                .setEventPool(events.executor(), false)
                .addEventListeners(
                        connection,
                        new ServerListener(servers),
                        new InteractionListener(commands, desk, AttachmentHosts.of(settings)));
        settings.restUrl()
                .ifPresent(url -> builder.setRestConfigProvider(shard -> new RestConfig().setBaseUrl(url.toString())));
        return builder;
    }

    private void logOff() throws InterruptedException {
        ShardManager connected = shards;
        if (connected != null) {
            connected.shutdown();
            long end = System.nanoTime() + LOG_OFF.toNanos();
            for (JDA shard : connected.getShardCache()) {
                long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                if (!shard.awaitShutdown(left, TimeUnit.MILLISECONDS)) {
                    shard.shutdownNow();
                }
            }
        }
        events.close();
    }
}
