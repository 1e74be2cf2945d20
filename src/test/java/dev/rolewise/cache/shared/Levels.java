package dev.rolewise.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ExactKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * How long a look usually took, and that none found anything: the median, for on a busy machine any one may be
     * interrupted.
     */
    static Duration usualMiss(RedisLevel level, ExactKey key, int times) {
        long[] took = misses(level, key, times);
        Arrays.sort(took);
        return Duration.ofNanos(took[took.length / 2]);
    }

    /** How long the looks took on the average, and that none found anything. */
    static Duration meanMiss(RedisLevel level, ExactKey key, int times) {
        return Duration.ofNanos(Arrays.stream(misses(level, key, times)).sum() / times);
    }

    private static long[] misses(RedisLevel level, ExactKey key, int times) {
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            assertThat(level.find(key)).isEmpty();
            took[i] = System.nanoTime() - start;
        }
        return took;
    }

    @Override
    public void close() {
        opened.forEach(RedisLevel::close);
    }
}
