package dev.rolewise.cache.shared;

import static dev.rolewise.cache.shared.Kept.NOON;
import static dev.rolewise.cache.shared.Kept.WEEK;
import static dev.rolewise.cache.shared.Levels.await;
import static dev.rolewise.cache.shared.Levels.meanMiss;
import static dev.rolewise.cache.shared.Levels.share;
import static dev.rolewise.cache.shared.Levels.usualMiss;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rolewise.cache.ExactKey;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The shared level on a real Redis. */
class RedisLevelIT {
    /** What a question may wait, and what a busy machine may add. */
    private static final Duration WAIT = Duration.ofMillis(50 + 40);
    /** Far less than a wait, were it shared out among a thousand questions. */
    private static final Duration NOTHING = Duration.ofMillis(1);

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);
    private static final ExactKey KEY = Kept.key("what do growers do");
    private static final Clock NOW = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Levels levels = new Levels(NOW, WEEK);
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private RedisProcess redis;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        redis = RedisProcess.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        levels.close();
        redis.close();
    }

    @Test
    void what_one_process_keeps_another_finds() {
        RedisLevel a = levels.connected(redis.url());
        RedisLevel b = levels.connected(redis.url());

        a.keep(KEY, Kept.answer("text"));

        await().untilAsserted(() -> assertThat(b.find(KEY)).contains(Kept.answer("text")));
        assertThat(b.find(Kept.key("what do planners do"))).isEmpty();
    }

    @Test
    void the_server_sees_no_question_in_a_name_and_is_told_when_to_forget() {
        RedisLevel a = levels.connected(redis.url());
        Levels later = new Levels(Clock.fixed(NOON.plus(Duration.ofDays(6)), ZoneOffset.UTC), WEEK);
        try (later) {
            share(later.connected(redis.url()), a, KEY);
        }

        assertThat(this.<List<String>>inRedis(r -> r.keys("*")))
                .allMatch(k -> k.matches("rolewise:1:answer:[0-9a-f]{64}"));
        assertThat(this.<Long>inRedis(r -> r.pttl(redisKey())))
                .isBetween(Duration.ofHours(23).toMillis(), Duration.ofDays(1).toMillis());
    }

    @Test
    void an_answer_expires_in_the_server_and_by_its_own_time() {
        Levels brief = new Levels(NOW, Duration.ofMillis(400));
        Levels late = new Levels(Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC), Duration.ofMillis(400));
        try (brief;
                late) {
            RedisLevel a = brief.connected(redis.url());
            share(a, a, KEY);
            inRedis(r -> r.persist(redisKey()));
            assertThat(late.connected(redis.url()).find(KEY)).isEmpty();

            share(a, a, Kept.key("another"));
            await().until(() -> a.find(Kept.key("another")).isEmpty());
        }
    }

    @Test
    void a_value_that_was_changed_moved_or_is_far_too_large_is_a_miss() {
        RedisLevel a = levels.connected(redis.url());
        share(a, a, KEY);
        byte[] value = inRedis(r -> r.get(redisKey()));
        ExactKey other = Kept.key("what do planners do");

        inRedis(r -> r.set(Name.of(other, Kept.SEAL).orElseThrow().redisKey(), value));
        assertThat(a.find(other)).isEmpty();
        inRedis(r -> r.setrange(redisKey(), 200, "x".getBytes(StandardCharsets.US_ASCII)));
        assertThat(a.find(KEY)).isEmpty();
        inRedis(r -> r.set(redisKey(), new byte[32 << 20]));
        assertThat(a.find(KEY)).isEmpty();
        assertThat(a.isConnected()).isTrue();
    }

    @Test
    void what_one_process_takes_back_the_other_hears_within_a_second() {
        RedisLevel a = levels.connected(redis.url());
        RedisLevel b = listening(redis.url());
        share(a, b, KEY);

        a.drop(List.of(KEY));

        assertThat(a.find(KEY)).isEmpty();
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(heard).contains(KEY.encode()));
        assertThat(b.find(KEY)).isEmpty();
    }

    @Test
    void a_thousand_answers_are_taken_back_everywhere() {
        RedisLevel a = levels.connected(redis.url());
        listening(redis.url());
        List<ExactKey> keys = IntStream.range(0, 1000)
                .mapToObj(i -> Kept.key("question " + i))
                .toList();

        a.drop(keys);

        await().untilAsserted(() -> assertThat(heard)
                .containsAll(keys.stream().map(ExactKey::encode).toList()));
    }

    @Test
    void a_message_of_somebody_else_is_not_heard() {
        listening(redis.url());
        String channel = DropMessage.channel(Kept.SEAL);

        byte[] forged = new DropMessage("x", List.of("forged")).encode(Seal.of(new byte[32]));
        byte[] right = new DropMessage("x", List.of("right")).encode(Kept.SEAL);
        inRedis(r -> r.publish(channel, forged));
        inRedis(r -> r.publish(channel, right));

        await().untilAsserted(() -> assertThat(heard).contains("right"));
        assertThat(heard).doesNotContain("forged");
    }

    @Test
    void a_full_server_serves_what_it_has_and_costs_nothing_more() {
        RedisLevel a = levels.connected(redis.url());
        share(a, a, KEY);
        inRedis(r -> r.configSet("maxmemory", "1"));

        ExactKey other = Kept.key("another");
        a.keep(other, Kept.answer("text"));
        a.keep(KEY, Kept.answer("newer"));

        assertThat(usualMiss(a, other, 50)).isLessThan(WAIT);
        assertThat(a.find(KEY)).contains(Kept.answer("text"));
        assertThat(a.isConnected()).isTrue();
        inRedis(r -> r.configSet("maxmemory", "0"));
        share(a, a, other);
    }

    @Test
    void a_restart_is_a_miss_then_it_is_back_and_everything_in_memory_is_doubtful() throws Exception {
        RedisLevel a = levels.connected(redis.url());
        RedisLevel b = listening(redis.url());
        share(a, b, KEY);
        heard.clear();

        redis.kill();

        await().until(() -> !b.isConnected());
        assertThat(usualMiss(b, KEY, 50)).isLessThan(WAIT);
        assertThat(heard).isEmpty();
        redis.startAgain();
        share(a, b, KEY);
        await().untilAsserted(() -> assertThat(heard).contains(RedisLevel.EVERYTHING));
    }

    @Test
    void what_is_taken_back_while_the_server_is_away_is_taken_back_when_it_is_there() throws Exception {
        RedisLevel a = levels.connected(redis.url());
        RedisLevel b = listening(redis.url());
        share(a, b, KEY);
        redis.freeze();
        a.drop(List.of(KEY));
        assertThat(usualMiss(a, KEY, 5)).isLessThan(WAIT);
        await().until(() -> !a.isConnected());

        redis.thaw();

        await().until(a::isConnected);
        assertThat(a.find(KEY)).isEmpty();
        await().untilAsserted(() -> assertThat(heard).contains(KEY.encode()));
        assertThat(this.<Long>inRedis(r -> r.exists(redisKey()))).isZero();
    }

    @Test
    void more_than_can_be_remembered_is_taken_back_as_everything() throws Exception {
        RedisLevel a = levels.connected(redis.url());
        RedisLevel b = listening(redis.url());
        share(a, b, KEY);
        redis.freeze();
        await().until(() -> a.find(KEY).isEmpty() && !a.isConnected());
        heard.clear();

        a.drop(IntStream.rangeClosed(0, Outbox.MAX_DROPS)
                .mapToObj(i -> Kept.key("question " + i))
                .toList());
        redis.thaw();

        await().until(() -> a.isConnected() && b.isConnected());
        await().untilAsserted(() -> assertThat(heard).contains(RedisLevel.EVERYTHING));
        assertThat(usualMiss(a, KEY, 1)).isLessThan(WAIT);
        await().until(() -> b.find(KEY).isEmpty());
    }

    @Test
    void a_frozen_server_costs_three_short_waits_and_then_nothing() throws Exception {
        RedisLevel a = levels.connected(redis.url());
        share(a, a, KEY);
        redis.freeze();

        assertThat(usualMiss(a, KEY, 3)).isLessThan(WAIT).isGreaterThan(Duration.ofMillis(49));
        assertThat(a.isConnected()).isFalse();
        assertThat(meanMiss(a, KEY, 1000)).isLessThan(NOTHING);
        redis.thaw();
        await().until(() -> a.find(KEY).isPresent());
    }

    @Test
    void nothing_at_the_address_is_a_miss_and_no_error() throws Exception {
        RedisLevel a = levels.open("redis://127.0.0.1:" + RedisProcess.freePort());

        a.keep(KEY, Kept.answer("text"));
        a.drop(List.of(KEY));

        assertThat(usualMiss(a, KEY, 100)).isLessThan(WAIT);
        assertThat(RedisLevel.problem(settings("redis://127.0.0.1:" + RedisProcess.freePort(), Kept.SEAL)))
                .contains("nothing answers at its address");
    }

    @Test
    void a_server_that_comes_later_is_used_then() throws Exception {
        int port = RedisProcess.freePort();
        RedisLevel a = levels.open("redis://127.0.0.1:" + port);
        assertThat(a.find(KEY)).isEmpty();

        try (RedisProcess late = RedisProcess.start(port, folder)) {
            share(a, a, KEY);
            assertThat(late.port()).isEqualTo(port);
        }
    }

    @Test
    void a_password_is_given_and_a_wrong_one_never_shown() throws Exception {
        try (RedisProcess closed = RedisProcess.start(folder, "--requirepass", "se@same")) {
            String at = "@127.0.0.1:" + closed.port();
            RedisLevel a = levels.connected("redis://:se%40same" + at);
            share(a, a, KEY);

            assertThat(RedisLevel.problem(settings("redis://:se%40same" + at, Kept.SEAL)))
                    .isEmpty();
            assertThat(RedisLevel.problem(settings("redis://:s3same" + at, Kept.SEAL)))
                    .contains("it says WRONGPASS");
            assertThat(RedisLevel.problem(settings("redis:/" + at.replace('@', '/'), Kept.SEAL)))
                    .contains("it says NOAUTH");
        }
    }

    @Test
    void an_acl_user_with_the_documented_rights_suffices_and_with_fewer_nothing_is_shared() throws Exception {
        String rights = "~rolewise:* resetchannels &rolewise:* -@all +getrange +set +del +publish +subscribe +ping";
        allow("bot", rights);
        allow("reader", rights.replace("+del ", ""));
        String at = "@127.0.0.1:" + redis.port();

        RedisLevel a = levels.connected("redis://bot:sesame" + at);

        share(a, a, KEY);
        assertThat(RedisLevel.problem(settings("redis://reader:sesame" + at, Kept.SEAL)))
                .contains("it says NOPERM");
    }

    @Test
    void the_log_says_once_that_it_is_gone_and_once_that_it_is_back() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(Upkeep.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        try {
            RedisLevel a = levels.connected("redis://default:sesame@127.0.0.1:" + redis.port());
            redis.kill();
            await().until(() -> !a.isConnected());
            usualMiss(a, KEY, 100);
            redis.startAgain();
            share(a, a, KEY);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(m -> m.contains("sesame"));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsSubsequence(
                        "The shared cache at " + redis.url()
                                + " cannot be used (the connection was closed): until it can, each process has its own.",
                        "The shared cache at " + redis.url() + " is back.");
        assertThat(log.list)
                .filteredOn(e -> e.getFormattedMessage().contains("was closed"))
                .hasSize(1);
    }

    @Test
    void what_waits_when_the_process_ends_is_still_sent() {
        RedisLevel a = levels.connected(redis.url());
        a.keep(KEY, Kept.answer("text"));

        a.close();

        assertThat(levels.connected(redis.url()).find(KEY)).isPresent();
        assertThat(a.find(KEY)).isEmpty();
    }

    private RedisLevel listening(String url) {
        RedisLevel level = levels.open(url);
        level.whenDropped(heard::add);
        await().until(level::isConnected);
        return level;
    }

    private static RedisSettings settings(String url, Seal seal) {
        return new RedisSettings(RedisAddress.parse(url), seal, WEEK);
    }

    private void allow(String user, String rights) {
        CommandArgs<String, byte[]> args =
                new CommandArgs<>(CODEC).add("SETUSER").add(user).add("on").add(">sesame");
        for (String right : rights.split(" ")) {
            args.add(right);
        }
        inRedis(r -> r.dispatch(CommandType.ACL, new StatusOutput<>(CODEC), args));
    }

    private static String redisKey() {
        return Name.of(KEY, Kept.SEAL).orElseThrow().redisKey();
    }

    private <T> T inRedis(Function<RedisCommands<String, byte[]>, T> commands) {
        RedisClient client = RedisClient.create(redis.url());
        try (StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC)) {
            return commands.apply(connection.sync());
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}
