package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Keeping;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;

/**
 * What may be kept for members' questions in this process: a question that came in before its member had all of theirs
 * deleted leaves nothing, however long its answer takes. Time is a number that each deletion raises. Thread-safe.
 *
 * <p>What is kept is kept side by side, and not while something is deleted: so whatever there is, a deletion either finds
 * it or it does not come about.
 */
public final class Keepings {
    /** More deletions than this at a time make all questions under way leave nothing. */
    private static final int MOST_DELETIONS = 10_000;

    /** No question is under way for as long: Discord's token for a reply lasts a quarter of an hour. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_MEMBERS = 10_000;

    private final UnaryOperator<String> code;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Cache<String, Long> deleted;
    private final Cache<String, Boolean> lately;
    private volatile long now;
    private volatile long allBefore;

    /** {@code code} gives the code that stands for a member in other processes. */
    public Keepings(UnaryOperator<String> code, Ticker ticker) {
        this.code = code;
        this.deleted = Caffeine.newBuilder()
                .maximumSize(MOST_DELETIONS)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .executor(Runnable::run)
                .<String, Long>evictionListener((member, at, cause) -> leaveNothingBefore(at == null ? 0 : at))
                .build();
        this.lately = Caffeine.newBuilder()
                .maximumSize(MOST_MEMBERS)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .build();
    }

    /** For what that member asks now. */
    public Keeping of(String memberId) {
        return new Member(memberId, now);
    }

    /** Members for whom something was kept within the last hour, here or in the record. */
    Set<String> lately() {
        return Set.copyOf(lately.asMap().keySet());
    }

    /** All that was kept for that member is deleted. */
    void cleared(String memberId) {
        lately.invalidate(memberId);
    }

    /**
     * Nothing is kept any more for questions that members with these codes have asked so far. Waits for what is being kept at
     * the moment, and keeps nothing while it lasts.
     *
     * @param forget forgets what is in memory of them; quick
     */
    void delete(Set<String> codes, Runnable forget) {
        lock.writeLock().lock();
        try {
            long at = now + 1;
            codes.forEach(member -> deleted.put(member, at));
            now = at;
            forget.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void leaveNothingBefore(long at) {
        allBefore = Math.max(allBefore, at);
    }

    private final class Member implements Keeping {
        private final String memberId;
        private final long asked;

        Member(String memberId, long asked) {
            this.memberId = memberId;
            this.asked = asked;
        }

        @Override
        public boolean keep(Runnable work) {
            lock.readLock().lock();
            try {
                if (isDeleted()) {
                    return false;
                }
                lately.put(memberId, true);
                work.run();
                return true;
            } finally {
                lock.readLock().unlock();
            }
        }

        @Override
        public boolean undisturbed() {
            return asked == now;
        }

        private boolean isDeleted() {
            if (undisturbed()) {
                return false;
            }
            Long at = deleted.getIfPresent(code.apply(memberId));
            return asked < allBefore || (at != null && asked < at);
        }
    }
}
