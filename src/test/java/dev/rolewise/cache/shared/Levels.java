package dev.rolewise.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ExactKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The processes of one installation, for tests with a real server; all in this one. */
final class Levels implements AutoCloseable {
    private final List<RedisLevel> opened = new ArrayList<>();
    private final Clock clock;
    private final Duration expireAfter;
    private int seed;

    Levels(Clock clock, Duration expireAfter) {
        this.clock = clock;
        this.expireAfter = expireAfter;
    }

    /** One more process. */
    RedisLevel open(String url) {
        RedisSettings settings = new RedisSettings(RedisAddress.parse(url), Kept.SEAL, expireAfter);
        RedisLevel level = RedisLevel.open(settings, clock, new Random(++seed));
        opened.add(level);
        return level;
    }

    /** One more process, once it is connected. */
    RedisLevel connected(String url) {
        RedisLevel level = open(url);
        await().until(level::isConnected);
        return level;
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10));
    }

    /** Shares an answer until it is there for that process. */
    static void share(RedisLevel from, RedisLevel to, ExactKey key) {
        await().until(() -> {
            from.keep(key, Kept.answer("text"));
            return to.find(key).isPresent();
        });
    }

    /** How long the longest of {@code times} looks took, and that none found anything. */
    static Duration longestMiss(RedisLevel level, ExactKey key, int times) {
        long longest = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            assertThat(level.find(key)).isEmpty();
            longest = Math.max(longest, System.nanoTime() - start);
        }
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        opened.forEach(RedisLevel::close);
    }
}
