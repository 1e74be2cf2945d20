package dev.rolewise.cache;

import java.time.Duration;

/**
 * Limits of the answer cache.
 *
 * @param maxBytes estimated bytes of all kept answers together; 0 keeps none ({@code cache.max-bytes})
 * @param expireAfter how long after it was made an answer is used at most ({@code cache.expire-after})
 */
public record CacheSettings(long maxBytes, Duration expireAfter) {
    public CacheSettings {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("cache.max-bytes must not be negative; 0 keeps no answers");
        }
        if (expireAfter.isNegative() || expireAfter.isZero()) {
            throw new IllegalArgumentException("cache.expire-after must be longer than nothing, such as 7d");
        }
    }
}
