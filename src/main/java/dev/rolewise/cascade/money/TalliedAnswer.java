package dev.rolewise.cascade.money;

import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.Optional;

/**
 * An answer to be counted.
 *
 * @param serverId the Discord server where it was given; empty in a direct message and outside Discord
 * @param servedBy the tier that made it
 * @param cached how it came from the cache, where it did
 * @param cost what all model calls for it cost, now; zero where it came from the cache
 * @param strongWouldHaveCost what asking the strong model each time would have cost; zero where none is set up
 */
public record TalliedAnswer(
        Optional<String> serverId, Tier servedBy, Optional<CacheHit> cached, Usd cost, Usd strongWouldHaveCost) {
    public TalliedAnswer {
        if (cost.compareTo(Usd.ZERO) < 0 || strongWouldHaveCost.compareTo(Usd.ZERO) < 0) {
            throw new IllegalArgumentException("a cost is not negative");
        }
    }
}
