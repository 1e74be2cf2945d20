package dev.rolewise.cache;

import dev.rolewise.cache.ReuseGuard.Reason;
import java.util.Map;

/**
 * What the cache has done since the program started, for all scopes together.
 *
 * @param exact answers given again to the same question, also to who waited for one being made
 * @param semantic answers given to another question that asks for the same, likewise
 * @param shared how many of the exact ones another process had made
 * @param misses questions that were computed
 * @param missesByReason how many of them were kept from a near answer, by what differed from the nearest
 * @param evictions answers that are kept no longer, by why; without those replaced by newer ones
 * @param kept answers that are kept now
 */
public record CacheFigures(
        long exact,
        long semantic,
        long shared,
        long misses,
        Map<Reason, Long> missesByReason,
        Map<Eviction, Long> evictions,
        long kept) {
    public CacheFigures {
        missesByReason = Map.copyOf(missesByReason);
        evictions = Map.copyOf(evictions);
    }
}
