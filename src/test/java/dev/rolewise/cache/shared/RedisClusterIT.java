package dev.rolewise.cache.shared;

import static dev.rolewise.cache.shared.Kept.NOON;
import static dev.rolewise.cache.shared.Kept.WEEK;
import static dev.rolewise.cache.shared.Levels.await;
import static dev.rolewise.cache.shared.Levels.share;
import static dev.rolewise.cache.shared.Levels.usualMiss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ExactKey;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** The shared level on a Cluster of three real nodes. */
class RedisClusterIT {
    private static final Duration WAIT = Duration.ofMillis(50 + 40);
    private static final int SLOTS = 16_384;
    /** A node talks to the others on its port and this. */
    private static final int BUS = 10_000;

    private static final int FIRST_PORT = 21_000;
    private static final List<ExactKey> KEYS =
            IntStream.range(0, 60).mapToObj(i -> Kept.key("question " + i)).toList();

    private final Levels levels = new Levels(Clock.fixed(NOON, ZoneOffset.UTC), WEEK);
    private final List<RedisProcess> nodes = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 3; i++) {
            nodes.add(RedisProcess.start(
                    freePort(FIRST_PORT + 1000 * i),
                    folder,
                    "--cluster-enabled",
                    "yes",
                    "--cluster-node-timeout",
                    "1000"));
        }
        for (int i = 0; i < 3; i++) {
            int[] slots = IntStream.range(i * SLOTS / 3, (i + 1) * SLOTS / 3).toArray();
            RedisProcess node = nodes.get(i);
            await().ignoreExceptions().until(() -> on(node, r -> r.ping()).equals("PONG"));
            on(node, r -> r.clusterAddSlots(slots));
            on(node, r -> r.clusterMeet("127.0.0.1", nodes.get(0).port()));
        }
        for (RedisProcess node : nodes) {
            await().until(() -> on(node, r -> r.clusterInfo()).contains("cluster_state:ok"));
        }
    }

    @AfterEach
    void stop() throws Exception {
        levels.close();
        for (RedisProcess node : nodes) {
            node.close();
        }
    }

    @Test
    void answers_are_shared_over_all_nodes_and_taken_back_from_all() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        RedisLevel a = levels.connected(url(0));
        RedisLevel b = levels.open(url(1));
        b.whenDropped(heard::add);
        await().until(b::isConnected);

        KEYS.forEach(key -> share(a, b, key));
        assertThat(nodes).allMatch(node -> on(node, r -> r.dbsize()) > 0);
        a.drop(KEYS);

        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(heard)
                .containsAll(KEYS.stream().map(ExactKey::encode).toList()));
        assertThat(KEYS).allSatisfy(key -> assertThat(b.find(key)).isEmpty());
    }

    @Test
    void a_node_that_dies_is_a_miss_until_it_is_back() throws Exception {
        RedisLevel a = levels.connected(url(0) + "," + nodes.get(1).url().substring("redis://".length()));
        KEYS.forEach(key -> share(a, a, key));

        nodes.get(2).kill();

        await().until(() -> KEYS.stream().anyMatch(key -> a.find(key).isEmpty()));
        ExactKey unknown = Kept.key("never asked");
        assertThat(usualMiss(a, unknown, 200)).isLessThan(WAIT);
        nodes.get(2).startAgain();
        KEYS.forEach(key -> share(a, a, key));
    }

    private String url(int node) {
        return "redis-cluster://127.0.0.1:" + nodes.get(node).port();
    }

    /** Two ports from {@code from} on of which nobody has one. */
    private static int freePort(int from) throws IOException {
        for (int port = from; port < from + 1000; port++) {
            try (ServerSocket own = new ServerSocket(port);
                    ServerSocket bus = new ServerSocket(port + BUS)) {
                return Math.min(own.getLocalPort(), bus.getLocalPort());
            } catch (IOException e) {
                // taken: the next one
            }
        }
        throw new IOException("no two ports are free");
    }

    private static <T> T on(RedisProcess node, Function<RedisCommands<String, String>, T> commands) {
        RedisClient client = RedisClient.create(node.url());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return commands.apply(connection.sync());
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}
