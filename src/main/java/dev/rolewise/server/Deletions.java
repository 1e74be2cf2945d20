package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes all of a member, wherever it is: on record, in the memory of this process and, within a second, of the others that
 * share the record. Thread-safe. Each method throws {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public final class Deletions {
    private static final Duration KEPT = Duration.ofDays(1);

    /** A process that could not look for as long may have missed one that is not on record any more. */
    private static final Duration BLIND = Duration.ofHours(12);

    private static final long NOT_LOOKED = -1;

    private final DeletionLog log;
    private final Keepings keepings;
    private final Memories memories;
    private final PersonalData data;
    private final Ticker ticker;
    private final Clock clock;
    /** Those recorded here and not come across yet. Guarded by itself, from the record on: so none is taken for another's. */
    private final Set<Long> own = new HashSet<>();
    /** Guarded by this. */
    private long seen = NOT_LOOKED;
    /** Guarded by this. */
    private long looked;

    /**
     * What became of a deletion.
     *
     * @param whole whether nothing was still being written that it could not wait for; else it is to be done once more
     * @param rows how many rows were deleted or made nameless
     */
    public record Done(boolean whole, int rows) {}

    public Deletions(
            DeletionLog log, Keepings keepings, Memories memories, PersonalData data, Ticker ticker, Clock clock) {
        this.log = log;
        this.keepings = keepings;
        this.memories = memories;
        this.data = data;
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Deletes all of a member; of their questions under way nothing will be kept. Takes some seconds at most. */
    public Done delete(String memberId) {
        DeletionLog.Deletion deletion = recorded(memberId);
        keepings.delete(Set.of(deletion.code()), () -> memories.forget(memberId));
        return cleared(memberId);
    }

    private DeletionLog.Deletion recorded(String memberId) {
        synchronized (own) {
            DeletionLog.Deletion deletion = log.add(memberId);
            own.add(deletion.at());
            return deletion;
        }
    }

    private boolean isOwn(DeletionLog.Deletion deletion) {
        synchronized (own) {
            return own.contains(deletion.at());
        }
    }

    /**
     * Looks what was deleted in other processes since the last look, and does here what is left to do: forgets those members,
     * and deletes what was written for them before this process knew. What they do within the second until then may go, too.
     * The first look only takes note. One after half a day without any forgets everybody that is in memory.
     */
    public synchronized void follow() {
        long now = ticker.read();
        if (seen == NOT_LOOKED) {
            // the key of the codes is read now, so that nothing waits for it later
            log.code("");
            seen = log.last();
        } else {
            follow(log.since(seen));
            if (now - looked > BLIND.toNanos()) {
                keepings.delete(Set.of(), () -> memories.members().forEach(memories::forget));
            }
        }
        looked = now;
    }

    private void follow(List<DeletionLog.Deletion> news) {
        Set<String> elsewhere = news.stream()
                .filter(deletion -> !isOwn(deletion))
                .map(DeletionLog.Deletion::code)
                .collect(Collectors.toUnmodifiableSet());
        if (elsewhere.isEmpty() || forgotten(elsewhere)) {
            news.forEach(deletion -> seen = deletion.at());
            synchronized (own) {
                own.removeIf(at -> at <= seen);
            }
        }
    }

    private boolean forgotten(Set<String> codes) {
        // a code takes microseconds, and nothing is kept while something is deleted: so others are told apart before
        Set<String> others = members();
        others.removeIf(member -> codes.contains(log.code(member)));
        Set<String> known = new HashSet<>();
        keepings.delete(codes, () -> {
            known.addAll(members());
            known.removeIf(member -> others.contains(member) || !codes.contains(log.code(member)));
            known.forEach(memories::forget);
        });
        return known.stream().map(this::cleared).allMatch(Done::whole);
    }

    /** Of whom this process has anything, or has written anything lately. */
    private Set<String> members() {
        Set<String> members = new HashSet<>(memories.members());
        members.addAll(keepings.lately());
        return members;
    }

    private Done cleared(String memberId) {
        boolean settled = memories.settle(memberId);
        Done done = new Done(settled, data.delete(memberId));
        if (done.whole()) {
            keepings.cleared(memberId);
        }
        return done;
    }

    /** When a member had all of theirs deleted, if that is on record. */
    Optional<Instant> last(String memberId) {
        String code = log.code(memberId);
        return log.since(0).stream()
                .filter(deletion -> deletion.code().equals(code))
                .map(deletion -> Instant.ofEpochMilli(deletion.at()))
                .findFirst();
    }

    /** Forgets that members had theirs deleted, after a day. */
    public void expire() {
        log.expire(clock.instant().minus(KEPT));
    }
}
