package dev.rolewise.loopback;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Source of Discord ids: milliseconds since 2015 in the upper 42 bits, as clients read a creation time out of them. */
final class Snowflakes {
    private static final long DISCORD_EPOCH_MS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;
    private static final long COUNTER_MASK = (1L << TIME_SHIFT) - 1;

    private final Clock clock;
    private final AtomicLong counter = new AtomicLong();

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long time = clock.millis() - DISCORD_EPOCH_MS;
        return Long.toString((time << TIME_SHIFT) | (counter.incrementAndGet() & COUNTER_MASK));
    }

    /** The shard that a server's events go to. */
    static int shardOf(String serverId, int shards) {
        return (int) ((Long.parseLong(serverId) >> TIME_SHIFT) % shards);
    }
}
