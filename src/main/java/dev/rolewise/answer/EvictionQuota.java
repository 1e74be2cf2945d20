package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many kept answers one member may have taken back: {@value #MOST} in any hour, so that nobody empties the cache for the
 * others. In memory, of at most {@value #MAX_KNOWN} members. Thread-safe.
 */
final class EvictionQuota {
    private static final int MOST = 3;
    private static final int MAX_KNOWN = 10_000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Cache<String, Deque<Long>> byMember;
    private final Ticker ticker;

    EvictionQuota(Ticker ticker) {
        this.ticker = ticker;
        this.byMember = Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterAccess(WINDOW)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Whether that member may have one more taken back; counts it. */
    synchronized boolean take(String memberId) {
        Deque<Long> taken = byMember.get(memberId, id -> new ArrayDeque<>());
        long now = ticker.read();
        taken.removeIf(at -> now - at >= WINDOW.toNanos());
        if (taken.size() >= MOST) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
