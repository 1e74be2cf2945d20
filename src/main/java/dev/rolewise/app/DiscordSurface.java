package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.ServerWatch;
import dev.rolewise.discord.DiscordBot;
import dev.rolewise.discord.DiscordSettings;
import dev.rolewise.discord.DiscordStartException;
import dev.rolewise.knowledge.PackFaultsException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The bot on Discord, with everything behind it. */
final class DiscordSurface implements Surface {
    /** What pending questions get once the bot is asked to end. */
    private static final Duration LAST_DEADLINE = Duration.ofSeconds(8);

    private final Installation installation;
    private final Records records;
    private final ExecutorService workers;
    private final DiscordBot bot;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread stopping;

    private DiscordSurface(Installation installation, Records records, ExecutorService workers, DiscordBot bot) {
        this.installation = installation;
        this.records = records;
        this.workers = workers;
        this.bot = bot;
        this.stopping = new Thread(this::logOff, "log-off");
    }

    static DiscordSurface open(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        Settings settings = setup.settings();
        DiscordSettings discord = settings(settings, settings.text(RootCommand.TOKEN));
        Installation installation = Installation.serving(setup);
        Records records = Records.over(setup.database(), setup.clock());
        CommandRegistry commands = Commands.of(
                installation,
                records,
                settings,
                setup.clock(),
                new ActionSeal(SealKey.of(settings.text(RootCommand.TOKEN))),
                Pictures.open());
        ExecutorService workers = workers(settings.count("answer.concurrency"), settings.count("answer.queue"));
        return new DiscordSurface(
                installation,
                records,
                workers,
                new DiscordBot(
                        discord,
                        commands,
                        installation.servers().map(Servers::watch).orElse(ServerWatch.NONE),
                        workers,
                        new ErrorIds()));
    }

    /** The settings of the bot; a value that Discord would never have given is refused with its remedy. */
    static DiscordSettings settings(Settings settings, String token) throws OperatorException {
        try {
            DiscordSettings discord = DiscordSettings.ofToken(token);
            if (settings.address("discord.rest-url").isPresent()) {
                discord =
                        discord.withRestUrl(settings.address("discord.rest-url").get());
            }
            Optional<String> testServer = settings.optional("discord.test-server");
            return testServer.isPresent() ? discord.withTestServer(testServer.get()) : discord;
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public int run() throws OperatorException {
        try {
            bot.start();
            Optional<String> ended = bot.awaitEnd();
            stopping.join();
            if (ended.isPresent()) {
                throw new OperatorException(ended.get());
            }
            return 0;
        } catch (DiscordStartException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    Installation installation() {
        return installation;
    }

    @Override
    public void stop() {
        if (!stopped.getAndSet(true)) {
            stopping.start();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        records.close();
        installation.close();
    }

    private void logOff() {
        try {
            bot.stop(LAST_DEADLINE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bounded; what is too much is rejected, so that a member is told at once. */
    private static ExecutorService workers(int threads, int queue) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                work -> new Thread(work, "answer-" + number.incrementAndGet()),
                new ThreadPoolExecutor.AbortPolicy());
    }
}
