package dev.rolewise.cascade.money;

import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.Map;

/**
 * What settled calls come to, by the tier that called.
 *
 * @param tiers only those that called at all
 */
public record Totals(Map<Tier, OfTier> tiers) {
    /**
     * What the calls of one tier come to.
     *
     * @param answers calls whose reply became the answer
     * @param calls all calls
     * @param cost what they cost
     * @param strongWouldHaveCost what the strong model would have cost for them
     */
    public record OfTier(int answers, int calls, Usd cost, Usd strongWouldHaveCost) {
        static final OfTier NOTHING = new OfTier(0, 0, Usd.ZERO, Usd.ZERO);
    }

    public Totals {
        tiers = Map.copyOf(tiers);
    }

    /** What one tier's calls come to; nothing where there were none. */
    public OfTier of(Tier tier) {
        return tiers.getOrDefault(tier, OfTier.NOTHING);
    }

    /** What all calls cost. */
    public Usd cost() {
        return tiers.values().stream().map(OfTier::cost).reduce(Usd.ZERO, Usd::plus);
    }
}
