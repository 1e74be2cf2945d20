package dev.rolewise.cache.shared;

import static dev.rolewise.cache.shared.Kept.NOON;
import static dev.rolewise.cache.shared.Kept.WEEK;
import static dev.rolewise.cache.shared.Levels.await;
import static dev.rolewise.cache.shared.Levels.share;
import static dev.rolewise.cache.shared.Levels.usualMiss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ExactKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared level on a real master, its replica, and the Sentinel that chooses between them. */
class RedisSentinelIT {
    private static final Duration WAIT = Duration.ofMillis(50 + 40);
    private static final ExactKey KEY = Kept.key("what do growers do");

    @Test
    void after_the_master_has_died_answers_are_shared_through_its_replica(@TempDir Path folder) throws Exception {
        try (RedisProcess master = RedisProcess.start(folder, "--requirepass", "sesame", "--masterauth", "sesame");
                RedisProcess replica = replica(master, folder);
                RedisProcess sentinel = sentinel(master, replica, folder);
                Levels levels = new Levels(Clock.fixed(NOON, ZoneOffset.UTC), WEEK)) {
            await().until(() -> sentinel.log().contains("+slave"));
            String url = "redis-sentinel://:sesame@127.0.0.1:" + sentinel.port() + "#main";
            RedisLevel a = levels.connected(url);
            RedisLevel b = levels.connected(url);
            share(a, b, KEY);

            master.kill();

            await().until(() -> !a.isConnected() && !b.isConnected());
            assertThat(usualMiss(b, Kept.key("another"), 50)).isLessThan(WAIT);
            await().atMost(Duration.ofSeconds(30)).until(() -> a.isConnected() && b.isConnected());
            share(a, b, Kept.key("another"));
            assertThat(replica.log()).contains("MASTER MODE enabled");
        }
    }

    private static RedisProcess replica(RedisProcess master, Path folder) throws Exception {
        return RedisProcess.start(
                folder,
                "--requirepass",
                "sesame",
                "--masterauth",
                "sesame",
                "--replicaof",
                "127.0.0.1",
                Integer.toString(master.port()),
                "--repl-diskless-sync",
                "yes",
                "--repl-diskless-sync-delay",
                "0");
    }

    /** Started once the replica has all, for a Sentinel looks for replicas at once and then every ten seconds. */
    private static RedisProcess sentinel(RedisProcess master, RedisProcess replica, Path folder) throws Exception {
        await().until(() -> replica.log().contains("Finished with success"));
        Path settings = folder.resolve("sentinel.conf");
        Files.writeString(
                settings,
                String.join(
                        "\n",
                        "sentinel monitor main 127.0.0.1 " + master.port() + " 1",
                        "sentinel auth-pass main sesame",
                        "sentinel down-after-milliseconds main 500",
                        "sentinel failover-timeout main 2000",
                        ""));
        return RedisProcess.start(folder, settings.toString(), "--sentinel");
    }
}
