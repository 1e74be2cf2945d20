package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolewise.cache.shared.RedisProcess;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.FakeClock;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Server;
import dev.rolewise.loopback.Upload;
import dev.rolewise.loopback.Violation;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The whole bot with a Redis, at a clock of the test, and a look at every byte that it keeps. */
final class WatchedBot implements AutoCloseable {
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.rolewise");

    final FakeClock clock = new FakeClock();
    final LoopbackDiscord discord =
            LoopbackDiscord.start(LoopbackSettings.defaults().tellingOfServers());
    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    final Path dataFolder;
    private final RedisProcess redis;
    private final RedisClient client;
    private final RedisCommands<String, String> shared;
    private final RunningBot bot;

    WatchedBot(Path data, Path redisFolder) throws Exception {
        this(data, redisFolder, Map.of());
    }

    /** With more environment variables. */
    WatchedBot(Path data, Path redisFolder, Map<String, String> more) throws Exception {
        dataFolder = data;
        redis = RedisProcess.start(redisFolder);
        client = RedisClient.create(redis.url());
        shared = client.connect(new StringCodec(StandardCharsets.ISO_8859_1)).sync();
        Map<String, String> settings = new HashMap<>(Map.of(
                "ROLEWISE_LIMITS_MEMBER_MINUTE", "1000",
                "ROLEWISE_LIMITS_MEMBER_IN_FLIGHT", "10",
                "ROLEWISE_RETENTION_LEFT_SERVERS", "2d",
                "ROLEWISE_CACHE_REDIS_URL", redis.url()));
        settings.putAll(more);
        bot = RunningBot.start(discord, data, settings, clock);
        captureLog();
    }

    Message answered(Exchange asked) {
        return bot.answeredInTime(asked);
    }

    /** Deletes what is due at the time that the clock shows. */
    void clean() {
        bot.servers().clean();
    }

    /** Servers that the bot is taken to have left, and of which something is still kept. */
    List<String> left() {
        try {
            return bot.personal().leftBefore(Long.MAX_VALUE);
        } catch (OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    Member member(String name, Server server) {
        return discord.member(name).in(server);
    }

    List<Violation> violations() {
        return bot.violations();
    }

    @Override
    public void close() {
        try {
            bot.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        OURS.detachAppender(log);
        OURS.setAdditive(true);
        client.shutdown();
        redis.close();
    }

    /** Everything that a server can have: a guide, a correction, a setting, open questions, ratings, shared answers. */
    void furnish(Server server) {
        Member manager = discord.member("manager of " + server.name()).in(server);
        Member granted = manager.withPermissions(Member.MANAGE_SERVER);
        String marker = marker(server);
        bot.answeredInTime(
                granted.press(addGuide(granted, "The " + marker + " is kept behind the green door."), "Use it"));
        Modal form = granted.slash("corrections add").modal();
        answered(granted.submit(
                form,
                input("question", "Who feeds the " + marker + " at night?"),
                input("answer", "The owner of " + marker + " does.")));
        answered(granted.slash("settings set", input("setting", "server-day"), input("value", "777")));
        Message answer = ask(manager, "Where is the " + marker + " kept?");
        answered(manager.press(answer, button(answer, ":up:")));
        ask(manager, "Do ML engineers use " + marker + "?");
        assertThat(answer.text()).contains("behind the green door");
    }

    static String marker(Server server) {
        return server.name().toLowerCase(Locale.ROOT) + "kakapo";
    }

    void restart(Runnable meanwhile) throws Exception {
        bot.restart(meanwhile);
        captureLog();
    }

    /** What is on its way to the record is there. */
    void settled() {
        bot.servers().settle();
    }

    Message privacy(Member member) {
        return answered(member.slash("privacy"));
    }

    String insights(Member manager) {
        return answered(manager.slash("insights")).text();
    }

    JsonNode file(Member member) throws IOException {
        Message sent = answered(member.press(privacy(member), "Send it as a file"));
        return new JsonMapper().readTree(sent.attachments().get(0).file().bytes());
    }

    Message addGuide(Member manager, String text) {
        Upload file = new Upload("guide.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8));
        return manager.slash("knowledge add", input("file", file))
                .reply(message -> !message.text().startsWith("⏳"), "a preview");
    }

    static String button(Message answer, String part) {
        return answer.buttons().stream()
                .map(Button::customId)
                .filter(id -> id.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** A Redis that was slow for a moment, as on a busy machine, is left alone for another: then the next question is shared. */
    void awaitShared(Member member, String marker) {
        AtomicInteger asked = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            if (asked.incrementAndGet() % 10 == 0) {
                ask(member, "Do ML engineers use " + marker + " no " + asked + "?");
            }
            return inRedis(marker);
        });
    }

    boolean inRedis(String text) {
        return shared.keys("*").stream().map(shared::get).anyMatch(value -> value != null && value.contains(text));
    }

    String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));
    }

    Message ask(Member member, String question) {
        return answered(member.slash("ask", input("question", question)));
    }

    List<String> filesWith(String text) {
        try (Stream<Path> files = Files.walk(dataFolder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .map(file -> dataFolder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each start of the bot sets logging up anew, and so ends what was listening. */
    private void captureLog() {
        log.start();
        OURS.setLevel(Level.DEBUG);
        OURS.setAdditive(false);
        OURS.addAppender(log);
    }
}
