package dev.rolewise.cache;

import dev.rolewise.cache.ReuseGuard.Reason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the cache does. Thread-safe. */
final class CacheCounts {
    private final LongAdder exact = new LongAdder();
    private final LongAdder semantic = new LongAdder();
    private final LongAdder shared = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final Map<Reason, LongAdder> reasons = adders(Reason.class);
    private final Map<Eviction, LongAdder> evictions = adders(Eviction.class);

    void hit(boolean sameQuestion) {
        (sameQuestion ? exact : semantic).increment();
    }

    void shared() {
        shared.increment();
    }

    /** {@code reason} is what kept the question from the nearest answer, where there was one. */
    void missed(Optional<Reason> reason) {
        misses.increment();
        reason.ifPresent(r -> adder(reasons, r).increment());
    }

    void evicted(Eviction why) {
        adder(evictions, why).increment();
    }

    CacheFigures figures(long kept) {
        return new CacheFigures(
                exact.sum(), semantic.sum(), shared.sum(), misses.sum(), sums(reasons), sums(evictions), kept);
    }

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
        Map<E, LongAdder> adders = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            adders.put(value, new LongAdder());
        }
        return adders;
    }

    private static <E> LongAdder adder(Map<E, LongAdder> adders, E of) {
        LongAdder adder = adders.get(of);
        if (adder == null) {
            throw new IllegalStateException("every value has its adder");
        }
        return adder;
    }

    private static <E extends Enum<E>> Map<E, Long> sums(Map<E, LongAdder> adders) {
        Map<E, Long> sums = new HashMap<>();
        adders.forEach((of, adder) -> {
            if (adder.sum() > 0) {
                sums.put(of, adder.sum());
            }
        });
        return sums;
    }
}
