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
 * @param reused which other question it was made for; on a semantic hit only
 */
public record Receipt(
        Tier servedBy,
        Optional<CacheHit> cached,
        Duration age,
        Duration latency,
        Spending spending,
        Optional<Reused> reused) {
    /** Which level of the cache answered. */
    public enum CacheHit {
        /** The same question. */
        EXACT,
        /** Another question that asks for the same. */
        SEMANTIC
    }

    /**
     * The question that a reused answer was made for.
     *
     * @param question in full, so that it stands alone, with nothing in it that the guard takes out of a question
     * @param similarity cosine of its embedding and that of the question asked now
     */
    public record Reused(String question, double similarity) {}

    /** Of an answer that was made for this very question. */
    public Receipt(Tier servedBy, Optional<CacheHit> cached, Duration age, Duration latency, Spending spending) {
        this(servedBy, cached, age, latency, spending, Optional.empty());
    }

    /** Of an answer that the local tier has just made. */
    public static Receipt local(Spending spending) {
        return new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ZERO, spending);
    }

    /** The same with the time that it took. */
    public Receipt took(Duration time) {
        return new Receipt(servedBy, cached, age, time, spending, reused);
    }

    /** The same as it comes from the cache: for the same question, or for another that asks for the same. */
    public Receipt fromCache(Optional<Reused> madeFor, Duration madeAgo, Duration time) {
        CacheHit hit = madeFor.isPresent() ? CacheHit.SEMANTIC : CacheHit.EXACT;
        return new Receipt(servedBy, Optional.of(hit), madeAgo, time, spending.again(), madeFor);
    }
}
