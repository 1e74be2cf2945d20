package dev.rolewise.question;

import java.time.Duration;
import java.util.Optional;

/**
 * What made an answer and what it cost.
 *
 * @param servedBy the tier that made it
 * @param cached how it came from the cache, where it did
 * @param age how long ago it was made; zero where it is fresh
 * @param latency from the question to the answer
 */
public record Receipt(Tier servedBy, Optional<CacheHit> cached, Duration age, Duration latency) {
    /** Which level of the cache answered. */
    public enum CacheHit {
        EXACT
    }
}
