package dev.rolewise.cache.shared;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.CommandHandler;
import io.lettuce.core.pubsub.RedisPubSubListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes links to the shared server with few threads and bounded queues. A single server, or the master that Sentinels
 * name, is never connected to again by itself: a lost link is closed and a new one made. A Cluster's nodes come and go
 * within a link. Thread-safe.
 */
final class RedisConnector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnector.class);
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TOPOLOGY_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
    private static final int IO_THREADS = 2;
    private static final int COMPUTATION_THREADS = 2;
    private static final int MAX_PENDING = 1024;
    private static final int MAX_REDIRECTS = 3;
    private static final long SHUTDOWN_MS = 1000;

    private final ClientResources resources = ClientResources.builder()
            .ioThreadPoolSize(IO_THREADS)
            .computationThreadPoolSize(COMPUTATION_THREADS)
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
            .reconnectDelay(Delay.exponential(Duration.ofMillis(100), LONGEST_DELAY, 2, TimeUnit.MILLISECONDS))
            .nettyCustomizer(new LimitedReplies())
            .build();
    private final RedisAddress.Kind kind;
    private final RedisURI first;
    private final @Nullable RedisClient single;
    private final @Nullable RedisClusterClient cluster;

    RedisConnector(RedisAddress address) {
        this.kind = address.kind();
        List<RedisURI> targets = address.targets(CONNECT);
        this.first = targets.get(0);
        ClientOptions options = options(kind == RedisAddress.Kind.CLUSTER);
        if (kind == RedisAddress.Kind.CLUSTER) {
            this.single = null;
            this.cluster = RedisClusterClient.create(resources, targets);
            this.cluster.setOptions(ClusterClientOptions.builder(options)
                    .maxRedirects(MAX_REDIRECTS)
                    .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                            .enablePeriodicRefresh(TOPOLOGY_EVERY)
                            .build())
                    .build());
        } else {
            this.cluster = null;
            this.single = RedisClient.create(resources);
            this.single.setOptions(options);
        }
    }

    /** Nodes of a Cluster are connected to when they are first asked, so the first command has to wait for that. */
    private static ClientOptions options(boolean clustered) {
        return ClientOptions.builder()
                .autoReconnect(clustered)
                .disconnectedBehavior(
                        clustered ? DisconnectedBehavior.ACCEPT_COMMANDS : DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_PENDING)
                .timeoutOptions(TimeoutOptions.enabled(CONNECT))
                // a server could send us elsewhere by them
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        .keepAlive(true)
                        .build())
                .build();
    }

    /**
     * A new link that is subscribed to the channel. Waits some seconds at most.
     *
     * @param gone run when a link that this has made loses its server, a Cluster's excepted
     */
    RedisLink connect(String channel, RedisPubSubListener<String, byte[]> heard, Runnable gone)
            throws FaultException, InterruptedException {
        return cluster != null ? clustered(cluster, channel, heard) : single(client(), channel, heard, gone);
    }

    private RedisClient client() {
        if (single == null) {
            throw new IllegalStateException("there is one client or the other");
        }
        return single;
    }

    private RedisLink single(
            RedisClient client, String channel, RedisPubSubListener<String, byte[]> heard, Runnable gone)
            throws FaultException, InterruptedException {
        StatefulRedisConnection<String, byte[]> connection = opened(() -> client.connectAsync(CODEC, first));
        try {
            StatefulRedisPubSubConnection<String, byte[]> subscription =
                    opened(() -> client.connectPubSubAsync(CODEC, first));
            connection.addListener(new Gone(gone));
            subscription.addListener(new Gone(gone));
            subscribe(subscription, channel, heard);
            return RedisLink.single(connection, subscription);
        } catch (FaultException | InterruptedException e) {
            RedisLink.close(connection);
            throw e;
        }
    }

    private RedisLink clustered(RedisClusterClient client, String channel, RedisPubSubListener<String, byte[]> heard)
            throws FaultException, InterruptedException {
        opened(client::refreshPartitionsAsync);
        StatefulRedisClusterConnection<String, byte[]> connection = opened(() -> client.connectAsync(CODEC));
        try {
            StatefulRedisPubSubConnection<String, byte[]> subscription = opened(() -> client.connectPubSubAsync(CODEC));
            subscribe(subscription, channel, heard);
            return RedisLink.clustered(connection, subscription);
        } catch (FaultException | InterruptedException e) {
            RedisLink.close(connection);
            throw e;
        }
    }

    private static <T> T opened(Supplier<? extends CompletionStage<T>> opening)
            throws FaultException, InterruptedException {
        return Replies.await(opening, CONNECT.multipliedBy(2));
    }

    private static void subscribe(
            StatefulRedisPubSubConnection<String, byte[]> subscription,
            String channel,
            RedisPubSubListener<String, byte[]> heard)
            throws FaultException, InterruptedException {
        subscription.addListener(heard);
        try {
            Replies.await(() -> subscription.async().subscribe(channel), CONNECT);
        } catch (FaultException | InterruptedException e) {
            RedisLink.close(subscription);
            throw e;
        }
    }

    /** Ends all links, then all threads; waits about two seconds at most. */
    @Override
    public void close() {
        AbstractRedisClient client = cluster != null ? cluster : client();
        try {
            ended(client.shutdownAsync(0, SHUTDOWN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Future<Boolean> threads = resources.shutdown(0, SHUTDOWN_MS, TimeUnit.MILLISECONDS);
        try {
            ended(threads);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ended(Future<?> end) throws InterruptedException {
        try {
            end.get(SHUTDOWN_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("a connection to the shared cache did not end well", e);
        }
    }

    private record Gone(Runnable gone) implements RedisConnectionStateListener {
        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
            gone.run();
        }
    }

    private static final class LimitedReplies implements NettyCustomizer {
        @Override
        public void afterChannelInitialized(Channel channel) {
            String reader = channel.pipeline().context(CommandHandler.class).name();
            channel.pipeline().addBefore(reader, "reply-limit", new ReplyLimit());
        }
    }
}
