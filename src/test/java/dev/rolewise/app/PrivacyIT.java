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
import dev.rolewise.loopback.FakeClock;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Server;
import dev.rolewise.loopback.Upload;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is kept about members and servers, and that it goes: in the whole bot, with a Redis, at a clock of the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyIT {
    private final FakeClock clock = new FakeClock();
    private Path dataFolder;
    private RedisProcess redis;
    private RedisClient client;
    private RedisCommands<String, String> shared;
    private RunningBot bot;
    private ListAppender<ILoggingEvent> log;

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path server) throws Exception {
        dataFolder = data;
        redis = RedisProcess.start(server);
        client = RedisClient.create(redis.url());
        StatefulRedisConnection<String, String> connection =
                client.connect(new StringCodec(StandardCharsets.ISO_8859_1));
        shared = connection.sync();
        bot = RunningBot.start(
                LoopbackDiscord.start(LoopbackSettings.defaults().tellingOfServers()),
                data,
                Map.of(
                        "ROLEWISE_LIMITS_MEMBER_MINUTE", "1000",
                        "ROLEWISE_LIMITS_MEMBER_IN_FLIGHT", "10",
                        "ROLEWISE_RETENTION_LEFT_SERVERS", "2d",
                        "ROLEWISE_CACHE_REDIS_URL", redis.url()),
                clock);
        captureLog();
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(bot.violations()).isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        bot.close();
        client.shutdown();
        redis.close();
    }

    @Test
    void what_a_member_had_deleted_is_in_no_byte_of_file_cache_and_log() {
        Server here = bot.discord.server("Deletion");
        Member pia = bot.discord.member("pia").in(here);
        Member tom = bot.discord.member("tom").in(here);
        String covered = "What tools do zanzibarquokka ML engineers use?";
        Message answer = ask(pia, covered);
        bot.answeredInTime(pia.press(answer, button(answer, ":up:")));
        Message open = ask(pia, "Do ML engineers use zanzibarquokka?");
        bot.answeredInTime(pia.press(open, button(open, ":down:")));
        Message toTom = ask(tom, "Which tools do zanzibarquokka ML engineers use?");
        assertThat(toTom.text()).contains("asked as “" + covered);
        settled();
        assertThat(filesWith("zanzibarquokka")).isNotEmpty();
        assertThat(filesWith(pia.id())).isNotEmpty();
        awaitShared(pia, "zanzibarquokka");

        Message kept = privacy(pia);
        assertThat(kept.ephemeral()).isTrue();
        assertThat(kept.text())
                .contains("Your ratings of answers** 2 records")
                .contains("Questions of yours that I could not answer well** ")
                .contains("Questions of yours whose answers I give again** 1 question");
        Message sure = bot.answeredInTime(pia.press(kept, "Delete it all"));
        assertThat(sure.text()).contains("the server's").contains("cannot be undone");
        Message gone = bot.answeredInTime(pia.press(sure, "Yes, delete it all"));

        assertThat(gone.text())
                .containsPattern("Deleted: \\d+ records, and what I remembered of you\\.")
                .contains("Nothing is on record about you.")
                .doesNotContain("in memory");
        assertThat(filesWith("zanzibarquokka")).isEmpty();
        assertThat(filesWith(pia.id())).isEmpty();
        await().until(() -> !inRedis("zanzibarquokka"));
        assertThat(logged()).doesNotContain("zanzibarquokka").doesNotContain(pia.id());
        assertThat(bot.answeredInTime(tom.press(toTom, "Details")).text()).contains("no longer have that answer");
        assertThat(ask(tom, covered).text()).doesNotContain("cached");
    }

    @Test
    void what_was_kept_before_a_restart_goes_too_and_what_others_asked_stays() throws Exception {
        Server here = bot.discord.server("Restart");
        Member ada = bot.discord.member("ada").in(here);
        Member ben = bot.discord.member("ben").in(here);
        ask(ada, "Do ML engineers use wombatquark?");
        ask(ben, "Do ML engineers use ottertango?");
        settled();
        awaitShared(ada, "wombatquark");
        awaitShared(ben, "ottertango");

        restart(() -> {});
        assertThat(bot.personal().leftBefore(Long.MAX_VALUE))
                .as("Discord listed no server, which says nothing")
                .doesNotContain(here.id());
        Message sure = bot.answeredInTime(ada.press(privacy(ada), "Delete it all"));
        Message gone = bot.answeredInTime(ada.press(sure, "Yes, delete it all"));

        assertThat(gone.text()).containsPattern("Deleted: \\d+ records");
        assertThat(filesWith("wombatquark")).isEmpty();
        await().until(() -> !inRedis("wombatquark"));
        assertThat(inRedis("ottertango")).isTrue();
        assertThat(privacy(ben).text()).contains("could not answer well** ");
    }

    @Test
    void the_file_holds_all_that_can_be_linked_to_the_member_and_nothing_of_others() throws Exception {
        Server here = bot.discord.server("File");
        Member eve = bot.discord.member("eve").in(here).withPermissions(Member.MANAGE_SERVER);
        Member fay = bot.discord.member("fay").in(here);
        Message answer = ask(eve, "Is Python enough for a lemurtango ML engineer?");
        bot.answeredInTime(eve.press(answer, button(answer, ":up:")));
        ask(eve, "Do ML engineers use lemurtango?");
        ask(fay, "Do ML engineers use fossatango?");
        bot.answeredInTime(eve.press(addGuide(eve, "The lemurtango guide is green and has a door."), "Use it"));
        settled();

        JsonNode file = file(eve);

        assertThat(file.path("member").asText()).isEqualTo(eve.id());
        JsonNode kept = file.path("on record");
        assertThat(kept.path("Your ratings of answers").path(0).path("rating").asText())
                .isEqualTo("HELPFUL");
        JsonNode gap =
                kept.path("Questions of yours that I could not answer well").path(0);
        assertThat(gap.path("question").asText()).isEqualTo("Do ML engineers use lemurtango?");
        assertThat(gap.path("server").asText()).isEqualTo(here.id());
        assertThat(gap.path("at").asText()).isEqualTo(clock.instant().toString());
        assertThat(kept.path("Guides that you added").path(0).path("title").asText())
                .isEqualTo("guide");
        assertThat(file.path("in memory").toString()).contains("Is Python enough for a lemurtango ML engineer?");
        assertThat(file.toString()).doesNotContain("fossatango");
        assertThat(file(fay).toString()).contains("fossatango").doesNotContain("lemurtango");
    }

    @Test
    void who_opts_out_is_in_no_insights_counts_or_logs_until_they_opt_in() throws Exception {
        Server here = bot.discord.server("Opt out");
        Member gus = bot.discord.member("gus").in(here);
        Member manager = bot.discord.member("hal").in(here).withPermissions(Member.MANAGE_SERVER);
        ask(gus, "Do ML engineers use pandatango?");
        settled();
        assertThat(insights(manager)).contains("pandatango");

        Message out = bot.answeredInTime(gus.press(privacy(gus), "Leave me out"));
        assertThat(out.text())
                .contains("1 question of yours was taken out of insights")
                .contains("You are left out** since " + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        String before = insights(manager);
        assertThat(before).doesNotContain("pandatango");
        restart(() -> {});
        log.list.clear();
        Message open = ask(gus, "Do ML engineers use koalatango?");
        bot.answeredInTime(gus.press(open, button(open, ":down:")));
        settled();

        assertThat(insights(manager)).isEqualTo(before);
        assertThat(filesWith("koalatango")).isEmpty();
        assertThat(logged()).doesNotContain("answered id=");
        assertThat(file(gus).path("left out since").asText())
                .isEqualTo(clock.instant().toString());

        Message in = bot.answeredInTime(gus.press(privacy(gus), "Count my questions again"));
        assertThat(in.text()).contains("count in insights again").doesNotContain("You are left out");
        ask(gus, "Do ML engineers use lorikeettango?");
        settled();
        assertThat(insights(manager)).contains("lorikeettango");
        assertThat(logged()).contains("answered id=");
    }

    private void captureLog() {
        log = new ListAppender<>();
        log.start();
        Logger ours = (Logger) LoggerFactory.getLogger("dev.rolewise");
        ours.setLevel(Level.DEBUG);
        ours.setAdditive(false);
        ours.addAppender(log);
    }

    @Test
    void what_a_server_kept_goes_some_days_after_the_bot_was_removed_and_no_other_loses_anything() throws Exception {
        Server leaving = bot.discord.server("Leaving");
        Server staying = bot.discord.server("Staying");
        Server out = bot.discord.server("Unavailable");
        List.of(leaving, staying, out).forEach(this::furnish);
        settled();
        Stream.of(leaving, staying)
                .forEach(server -> awaitShared(bot.discord.member("tia").in(server), marker(server)));
        String folder = leaving.id();
        assertThat(filesWith(marker(leaving))).anyMatch(file -> file.contains(folder));

        bot.discord.outage(out);
        bot.discord.removeBot(leaving);
        await().until(() -> bot.personal().leftBefore(Long.MAX_VALUE).contains(leaving.id()));
        clock.advance(Duration.ofDays(2).minusMinutes(1));
        bot.servers().clean();
        assertThat(filesWith(marker(leaving))).isNotEmpty();
        clock.advance(Duration.ofMinutes(2));
        bot.servers().clean();

        assertThat(filesWith(marker(leaving))).isEmpty();
        assertThat(filesWith(leaving.id())).isEmpty();
        assertThat(dataFolder.resolve("documents").resolve(leaving.id())).doesNotExist();
        await().until(() -> !inRedis(marker(leaving)));
        assertThat(inRedis(marker(staying))).isTrue();
        assertThat(filesWith(marker(out))).isNotEmpty();
        assertThat(ask(bot.discord.member("tia").in(staying), "Where is the " + marker(staying) + " kept?")
                        .text())
                .contains("behind the green door");
        assertThat(logged()).contains("deleted what was kept for server=" + leaving.id());
    }

    @Test
    void what_a_server_kept_stays_where_the_bot_is_back_in_time() throws Exception {
        Server back = bot.discord.server("Back");
        furnish(back);
        bot.discord.removeBot(back);
        await().until(() -> bot.personal().leftBefore(Long.MAX_VALUE).contains(back.id()));
        clock.advance(Duration.ofDays(1));

        ask(bot.discord.member("tia").in(back), "What tools do ML engineers use?");
        await().until(() -> !bot.personal().leftBefore(Long.MAX_VALUE).contains(back.id()));
        clock.advance(Duration.ofDays(2));
        bot.servers().clean();

        assertThat(ask(bot.discord.member("tia").in(back), "Where is the " + marker(back) + " kept?")
                        .text())
                .contains("behind the green door");
    }

    @Test
    void a_server_that_was_left_while_the_bot_was_away_is_found_and_an_unavailable_one_is_not_taken_for_left()
            throws Exception {
        Server away = bot.discord.server("Away");
        Server here = bot.discord.server("Here");
        Server out = bot.discord.server("Out");
        List.of(away, here, out).forEach(this::furnish);
        settled();

        restart(() -> bot.discord.botIsIn(List.of(here), List.of(out)));
        await().until(() -> bot.personal().leftBefore(Long.MAX_VALUE).contains(away.id()));
        bot.discord.botIsIn(List.of(), List.of());

        assertThat(bot.personal().leftBefore(Long.MAX_VALUE)).doesNotContain(here.id(), out.id());
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        bot.servers().clean();
        assertThat(filesWith(marker(away))).isEmpty();
        await().until(() -> !inRedis(marker(away)));
        assertThat(filesWith(marker(here))).isNotEmpty();
        assertThat(filesWith(marker(out))).isNotEmpty();
    }

    @Test
    void what_is_old_enough_goes_by_itself() {
        Server here = bot.discord.server("Retention");
        Member kim = bot.discord.member("kim").in(here);
        Message answer = ask(kim, "Do ML engineers use tapirtango?");
        bot.answeredInTime(kim.press(answer, button(answer, ":up:")));
        settled();

        clock.advance(Duration.ofDays(29));
        bot.servers().clean();
        assertThat(privacy(kim).text()).contains("could not answer well").contains("Your ratings");
        clock.advance(Duration.ofDays(2));
        bot.servers().clean();
        assertThat(privacy(kim).text())
                .doesNotContain("could not answer well** ")
                .contains("Your ratings");
        assertThat(filesWith("tapirtango")).isEmpty();
        clock.advance(Duration.ofDays(335));
        bot.servers().clean();
        assertThat(privacy(kim).text()).contains("Nothing is on record about you.");
        assertThat(filesWith(kim.id())).isEmpty();
    }

    /** Everything that a server can have: a guide, a correction, a setting, open questions, ratings, shared answers. */
    private void furnish(Server server) {
        Member manager = bot.discord.member("manager of " + server.name()).in(server);
        Member granted = manager.withPermissions(Member.MANAGE_SERVER);
        String marker = marker(server);
        bot.answeredInTime(
                granted.press(addGuide(granted, "The " + marker + " is kept behind the green door."), "Use it"));
        Modal form = granted.slash("corrections add").modal();
        bot.answeredInTime(granted.submit(
                form,
                input("question", "Who feeds the " + marker + " at night?"),
                input("answer", "The owner of " + marker + " does.")));
        bot.answeredInTime(granted.slash("settings set", input("setting", "server-day"), input("value", "777")));
        Message answer = ask(manager, "Where is the " + marker + " kept?");
        bot.answeredInTime(manager.press(answer, button(answer, ":up:")));
        ask(manager, "Do ML engineers use " + marker + "?");
        assertThat(answer.text()).contains("behind the green door");
    }

    private static String marker(Server server) {
        return server.name().toLowerCase(Locale.ROOT) + "kakapo";
    }

    private void restart(Runnable meanwhile) throws Exception {
        bot.restart(meanwhile);
        captureLog();
    }

    /** What is on its way to the record is there. */
    private void settled() {
        bot.servers().settle();
    }

    private Message privacy(Member member) {
        return bot.answeredInTime(member.slash("privacy"));
    }

    private String insights(Member manager) {
        return bot.answeredInTime(manager.slash("insights")).text();
    }

    private JsonNode file(Member member) throws IOException {
        Message sent = bot.answeredInTime(member.press(privacy(member), "Send it as a file"));
        return new JsonMapper().readTree(sent.attachments().get(0).file().bytes());
    }

    private Message addGuide(Member manager, String text) {
        Upload file = new Upload("guide.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8));
        return manager.slash("knowledge add", input("file", file))
                .reply(message -> !message.text().startsWith("⏳"), "a preview");
    }

    private static String button(Message answer, String part) {
        return answer.buttons().stream()
                .map(Button::customId)
                .filter(id -> id.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** A Redis that was slow for a moment, as on a busy machine, is left alone for another: then the next question is shared. */
    private void awaitShared(Member member, String marker) {
        AtomicInteger asked = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            if (asked.incrementAndGet() % 10 == 0) {
                ask(member, "Do ML engineers use " + marker + " no " + asked + "?");
            }
            return inRedis(marker);
        });
    }

    private boolean inRedis(String text) {
        return shared.keys("*").stream().map(shared::get).anyMatch(value -> value != null && value.contains(text));
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));
    }

    private Message ask(Member member, String question) {
        return bot.answeredInTime(member.slash("ask", input("question", question)));
    }

    private List<String> filesWith(String text) {
        try (Stream<Path> files = Files.walk(dataFolder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .map(file -> dataFolder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
