package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;
import java.util.Optional;

/**
 * What became of a call.
 *
 * @param actual what it cost; disregarded where the tokens are unknown, since then the whole reservation counts
 * @param tokens what it took; empty where that is unknown
 * @param outcome how it ended
 * @param strongWouldHaveCost what the strong model would have cost for it
 */
public record Settlement(Usd actual, Optional<Tokens> tokens, Outcome outcome, Usd strongWouldHaveCost) {
    public Settlement {
        if (outcome == Outcome.ABANDONED) {
            throw new IllegalArgumentException("whoever settles a call knows how it ended");
        }
        if (actual.compareTo(Usd.ZERO) < 0 || strongWouldHaveCost.compareTo(Usd.ZERO) < 0) {
            throw new IllegalArgumentException("a cost is not negative");
        }
    }

    /** A call whose tokens the provider has told. */
    public static Settlement of(Price price, Tokens tokens, Outcome outcome, Usd strongWouldHaveCost) {
        return new Settlement(price.of(tokens), Optional.of(tokens), outcome, strongWouldHaveCost);
    }

    /** A call whose tokens nobody told: its whole reservation counts. */
    public static Settlement unknown(Outcome outcome, Usd strongWouldHaveCost) {
        return new Settlement(Usd.ZERO, Optional.empty(), outcome, strongWouldHaveCost);
    }
}
