package dev.rolewise.cache.shared;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * A connection for commands and one for the subscription; of a Cluster as many as it needs. Each server has its {@link
 * Gate}. Thread-safe.
 */
final class RedisLink {
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final String PROBE = Name.PREFIX + "probe";
    private static final String ONLY = "";
    /** More nodes than a Cluster has: a server could invent them. */
    private static final int MAX_GATES = 1000;

    private final StatefulConnection<String, byte[]> connection;
    private final RedisClusterAsyncCommands<String, byte[]> commands;
    private final StatefulRedisPubSubConnection<String, byte[]> subscription;
    private final Optional<StatefulRedisClusterConnection<String, byte[]>> cluster;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    private RedisLink(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            StatefulRedisPubSubConnection<String, byte[]> subscription,
            Optional<StatefulRedisClusterConnection<String, byte[]>> cluster) {
        this.connection = connection;
        this.commands = commands;
        this.subscription = subscription;
        this.cluster = cluster;
    }

    static RedisLink single(
            StatefulRedisConnection<String, byte[]> connection,
            StatefulRedisPubSubConnection<String, byte[]> subscription) {
        return new RedisLink(connection, connection.async(), subscription, Optional.empty());
    }

    static RedisLink clustered(
            StatefulRedisClusterConnection<String, byte[]> connection,
            StatefulRedisPubSubConnection<String, byte[]> subscription) {
        return new RedisLink(connection, connection.async(), subscription, Optional.of(connection));
    }

    /** Of the server that has that value. */
    Gate gate(String name) {
        if (gates.size() > MAX_GATES) {
            gates.clear();
        }
        return gates.computeIfAbsent(cluster.map(c -> node(c, name)).orElse(ONLY), id -> new Gate());
    }

    private static String node(StatefulRedisClusterConnection<String, byte[]> cluster, String name) {
        RedisClusterNode node = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(name));
        return node == null ? ONLY : node.getNodeId();
    }

    /** Whether all is lost when one server is. */
    boolean isSingle() {
        return cluster.isEmpty();
    }

    /** At most the first {@code most} bytes of a value; none where there is no value. */
    byte[] get(String name, int most, Duration wait) throws FaultException, InterruptedException {
        return Replies.await(() -> commands.getrange(name, 0, most - 1L), wait);
    }

    void set(String name, byte[] value, Duration expiry, Duration wait) throws FaultException, InterruptedException {
        SetArgs args = SetArgs.Builder.px(Math.max(1, expiry.toMillis()));
        Replies.await(() -> commands.set(name, value, args), wait);
    }

    /** Deletes them all at the same time; {@code wait} is for all together. */
    Replies.Many<Name> delete(Iterable<Name> names, Duration wait) throws InterruptedException {
        return Replies.awaitEach(names, name -> commands.del(name.redisKey()), wait);
    }

    void publish(String channel, byte[] message, Duration wait) throws FaultException, InterruptedException {
        Replies.await(() -> commands.publish(channel, message), wait);
    }

    /**
     * Tries what answers need: taking back, telling, and reading within the time that a question waits. Closes the link
     * where it does not work.
     */
    void probe(String channel, byte[] message) throws FaultException, InterruptedException {
        try {
            Replies.await(() -> commands.del(PROBE), WARM_UP);
            publish(channel, message, WARM_UP);
            get(PROBE, 1, RedisLevel.MAX_WAIT);
        } catch (FaultException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Hears from the server on both connections. */
    void check(Duration wait) throws FaultException, InterruptedException {
        Replies.await(commands::ping, wait);
        Replies.await(() -> subscription.async().ping(), wait);
        if (!isSingle()) {
            checkCluster(wait);
        }
    }

    /** A Cluster may answer and yet serve nothing; that one of its nodes is lost is another matter. */
    private void checkCluster(Duration wait) throws RefusedException, InterruptedException {
        try {
            get(PROBE, 1, wait);
        } catch (RefusedException e) {
            throw e;
        } catch (FaultException e) {
            gate(PROBE).failed(System.nanoTime());
        }
    }

    /** Whether both connections are there as far as is known. */
    boolean isOpen() {
        return connection.isOpen() && subscription.isOpen();
    }

    /** Returns at once. */
    void close() {
        close(connection);
        close(subscription);
    }

    /** Returns at once; what a connection says at its end is of no use to anybody. */
    static void close(StatefulConnection<String, byte[]> connection) {
        Future<Void> unused = connection.closeAsync();
    }
}
