package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Violation;
import dev.rolewise.server.PersonalData;
import dev.rolewise.store.DatabasePersonalData;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole bot on a loopback Discord: real JDA, pack, language model and database. */
final class RunningBot {
    /** Discord's limit for an acknowledgement, and ours for the answer after it. */
    static final Duration IN_TIME = Duration.ofSeconds(3);

    /** What it gets on with; its sealed buttons depend on it. */
    static final String TOKEN = "any-token";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(30);

    final LoopbackDiscord discord;
    private final Path dataFolder;
    private final Map<String, String> more;
    private final Clock clock;
    private Setup setup;
    private DiscordSurface surface;
    private CompletableFuture<Integer> run;

    private RunningBot(LoopbackDiscord discord, Path dataFolder, Map<String, String> more, Clock clock)
            throws Exception {
        this.discord = discord;
        this.dataFolder = dataFolder;
        this.more = more;
        this.clock = clock;
        this.setup = setup(discord, dataFolder, more, clock);
        this.surface = DiscordSurface.open(setup);
        this.run = run(surface);
        awaitCommands(discord);
    }

    static RunningBot start(Path dataFolder) throws Exception {
        return start(dataFolder, Map.of());
    }

    /** On a Discord of its own behaviour. */
    static RunningBot start(LoopbackDiscord discord, Path dataFolder, Map<String, String> more) throws Exception {
        return start(discord, dataFolder, more, Clock.systemUTC());
    }

    /** At the time that a clock of the test shows. */
    static RunningBot start(LoopbackDiscord discord, Path dataFolder, Map<String, String> more, Clock clock)
            throws Exception {
        return new RunningBot(discord, dataFolder, more, clock);
    }

    /** With more environment variables. */
    static RunningBot start(Path dataFolder, Map<String, String> more) throws Exception {
        return start(LoopbackDiscord.start(), dataFolder, more);
    }

    /** What the program would make of these settings in an empty folder. */
    static Setup setup(LoopbackDiscord discord, Path dataFolder) throws Exception {
        return setup(discord, dataFolder, Map.of(), Clock.systemUTC());
    }

    private static Setup setup(LoopbackDiscord discord, Path dataFolder, Map<String, String> more, Clock clock)
            throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("ROLEWISE_DISCORD_REST_URL", discord.restUrl()));
        environment.putAll(more);
        return silently(dataFolder, environment, clock);
    }

    /** A program with that data folder and environment that prints nothing. */
    static Setup silently(Path dataFolder, Map<String, String> more, Clock clock) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = new HashMap<>();
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("ROLEWISE_DATA_DIR", dataFolder.toString());
        environment.put("ROLEWISE_LOG_LEVEL", "error");
        environment.putAll(more);
        return new Launch(
                        new Terminal(InputStream.nullInputStream(), nowhere, nowhere, OptionalInt::empty),
                        environment,
                        dataFolder,
                        clock,
                        new Composition(false))
                .setup(Optional.empty());
    }

    static void awaitCommands(LoopbackDiscord discord) {
        await().atMost(START).until(() -> !discord.commands().isEmpty());
        discord.awaitReady();
    }

    /** The rule for each question: acknowledged in the time that Discord allows, answered, and nothing done that Discord forbids. */
    static Message answeredInTime(LoopbackDiscord discord, Exchange asked) {
        Message reply = asked.reply();
        assertThat(discord.violations()).isEmpty();
        return reply;
    }

    Message answeredInTime(Exchange asked) {
        return answeredInTime(discord, asked);
    }

    /** Ends the bot in good order and starts another on the same data. */
    void restart() throws Exception {
        restart(() -> {});
    }

    /** The same; {@code meanwhile} is done while no bot runs. */
    void restart(Runnable meanwhile) throws Exception {
        stop();
        meanwhile.run();
        int sessions = discord.identifies();
        setup = setup(discord, dataFolder, more, clock);
        surface = DiscordSurface.open(setup);
        run = run(surface);
        await().atMost(START).until(() -> discord.identifies() > sessions);
        awaitCommands(discord);
    }

    /** What the bot did that Discord forbids, since the last look. */
    List<Violation> violations() {
        List<Violation> violations = discord.violations();
        discord.clearViolations();
        return violations;
    }

    /** What servers have of their own, in the bot that runs. */
    Servers servers() {
        return surface.installation().servers().orElseThrow();
    }

    /** What is on record about members and servers. */
    PersonalData personal() throws OperatorException {
        return new DatabasePersonalData(setup.database(), clock);
    }

    private void stop() throws Exception {
        surface.stop();
        assertThat(run.get(END.toSeconds(), TimeUnit.SECONDS)).isZero();
        surface.close();
        setup.close();
    }

    void close() throws Exception {
        stop();
        discord.close();
    }

    private static CompletableFuture<Integer> run(Surface surface) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        ended.complete(surface.run());
                    } catch (OperatorException | RuntimeException e) {
                        ended.completeExceptionally(e);
                    }
                },
                "bot");
        thread.setDaemon(true);
        thread.start();
        return ended;
    }
}
