package dev.rolewise.cache.shared;

import java.time.Duration;

/**
 * Where answers are shared, and how.
 *
 * @param address of the server ({@code cache.redis-url})
 * @param seal the same in all processes of the installation
 * @param expireAfter how long after it was made an answer is used at most ({@code cache.expire-after})
 */
public record RedisSettings(RedisAddress address, Seal seal, Duration expireAfter) {
    public RedisSettings {
        if (expireAfter.isNegative() || expireAfter.isZero()) {
            throw new IllegalArgumentException("cache.expire-after must be longer than nothing, such as 7d");
        }
    }
}
