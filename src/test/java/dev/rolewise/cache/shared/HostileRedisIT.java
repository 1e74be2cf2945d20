package dev.rolewise.cache.shared;

import static dev.rolewise.cache.shared.Kept.NOON;
import static dev.rolewise.cache.shared.Kept.WEEK;
import static dev.rolewise.cache.shared.Levels.await;
import static dev.rolewise.cache.shared.Levels.meanMiss;
import static dev.rolewise.cache.shared.Levels.usualMiss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ExactKey;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared level against servers that are not what they should be. */
class HostileRedisIT {
    private static final Duration WAIT = Duration.ofMillis(50 + 40);
    /** Far less than a wait, were it shared out among a thousand questions. */
    private static final Duration NOTHING = Duration.ofMillis(1);

    private static final ExactKey KEY = Kept.key("what do growers do");

    private final Levels levels = new Levels(Clock.fixed(NOON, ZoneOffset.UTC), WEEK);

    @AfterEach
    void close() {
        levels.close();
    }

    @Test
    void one_that_accepts_and_says_nothing_is_a_miss() throws Exception {
        try (HostileServer silent = new HostileServer((in, out) -> in.transferTo(OutputStream.nullOutputStream()))) {
            RedisLevel level = levels.open(silent.url());
            await().until(() -> silent.connections() > 0);

            assertAllMisses(level);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\u0000\u0001\u0002\u00ff\u00fe",
                "+OK\r\n",
                ":1\r\n",
                "-ERR no\r\n",
                "-MOVED 1 10.255.255.1:6379\r\n",
                "$-1\r\n",
                "$536870912\r\nx",
                "*2147483647\r\n",
                "%1\r\n$5\r\nproto\r\n:3\r\n",
                ">2\r\n$7\r\nmessage\r\n$1\r\nx\r\n",
                "*3\r\n$9\r\nsubscribe\r\n$1\r\nx\r\n:1\r\n"
            })
    void one_that_speaks_nonsense_is_a_miss(String nonsense) throws Exception {
        try (HostileServer liar = new HostileServer(HostileServer.answering(nonsense))) {
            RedisLevel level = levels.open(liar.url());
            await().until(() -> liar.connections() > 0);

            assertAllMisses(level);
        }
    }

    @Test
    void one_that_sends_without_end_is_cut_off() throws Exception {
        byte[] piece = "$400000000\r\n".repeat(5000).getBytes(StandardCharsets.US_ASCII);
        try (HostileServer flood = new HostileServer((in, out) -> {
            while (true) {
                out.write(piece);
            }
        })) {
            RedisLevel level = levels.open(flood.url());
            await().until(() -> flood.connections() > 1);

            assertAllMisses(level);
            assertThat(flood.sent() / flood.connections()).isLessThan(16 << 20);
        }
    }

    @Test
    void one_that_dribbles_costs_three_short_waits(@TempDir Path folder) throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                Relay relay = new Relay(redis.port())) {
            RedisLevel level = levels.connected(relay.url());
            Levels.share(level, level, KEY);
            relay.dribble(true);

            assertThat(usualMiss(level, KEY, 3)).isLessThan(WAIT);
            assertThat(level.isConnected()).isFalse();
            assertThat(meanMiss(level, KEY, 1000)).isLessThan(NOTHING);
            relay.dribble(false);
            await().until(() -> level.find(KEY).isPresent());
        }
    }

    @Test
    void one_that_answers_for_another_key_is_a_miss(@TempDir Path folder) throws Exception {
        ExactKey other = Kept.key("what do planners do");
        String from = Name.of(other, Kept.SEAL).orElseThrow().redisKey();
        String to = Name.of(KEY, Kept.SEAL).orElseThrow().redisKey();
        try (RedisProcess redis = RedisProcess.start(folder);
                Relay swapping = new Relay(redis.port(), text -> text.replace(from, to))) {
            RedisLevel honest = levels.connected(redis.url());
            Levels.share(honest, honest, KEY);
            RedisLevel deceived = levels.connected(swapping.url());

            assertThat(deceived.find(KEY)).isPresent();
            assertThat(deceived.find(other)).isEmpty();
        }
    }

    @Test
    void a_connection_that_ends_without_a_word_is_noticed_with_nobody_asking(@TempDir Path folder) throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (RedisProcess redis = RedisProcess.start(folder)) {
            RedisLevel level = levels.open(redis.url());
            level.whenDropped(heard::add);
            await().until(() -> level.isConnected() && !heard.isEmpty());
            heard.clear();
            redis.freeze();

            await().until(() -> !level.isConnected());
            redis.thaw();

            await().untilAsserted(() -> assertThat(heard).contains(RedisLevel.EVERYTHING));
        }
    }

    private static void assertAllMisses(RedisLevel level) {
        level.keep(KEY, Kept.answer("text"));
        level.drop(List.of(KEY));
        assertThat(meanMiss(level, Kept.key("another"), 1000)).isLessThan(NOTHING);
    }
}
