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
 * @param spending what models were asked for it, and what that cost
 */
public record Receipt(Tier servedBy, Optional<CacheHit> cached, Duration age, Duration latency, Spending spending) {
    /** Which level of the cache answered. */
    public enum CacheHit {
        EXACT
    }

    /** Of an answer that the local tier has just made. */
    public static Receipt local(Spending spending) {
        return new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ZERO, spending);
    }

    /** The same with the time that it took. */
    public Receipt took(Duration time) {
        return new Receipt(servedBy, cached, age, time, spending);
    }

    /** The same as it comes from the cache. */
    public Receipt fromCache(CacheHit hit, Duration madeAgo, Duration time) {
        return new Receipt(servedBy, Optional.of(hit), madeAgo, time, spending.again());
    }
}
