package dev.rolewise.cache;

import dev.rolewise.cache.ReuseGuard.Verdict;
import dev.rolewise.question.QuestionProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The searches under way: at most one for each key, and of those that ask for the same one that computes while the others
 * wait for it. Who computes waits for nobody, so no two wait for each other. Thread-safe.
 */
final class Flights {
    private final Map<ExactKey, Flight> byKey = new ConcurrentHashMap<>();
    private final ReuseGuard guard;
    /** Guarded by this; as many as are computed at a time. */
    private final List<Leader> leaders = new ArrayList<>();
    /** Guarded by this. */
    private long landings;

    private record Leader(Flight flight, QuestionProfile profile) {}

    Flights(ReuseGuard guard) {
        this.guard = guard;
    }

    /** What one that found nothing near is to do. */
    sealed interface Place {}

    /** Compute. */
    record Lead() implements Place {}

    /** Wait for that one, whose question {@code asked} is the twin of this one. */
    record Follow(Flight leader, QuestionProfile asked, double similarity) implements Place {}

    /** Look among the kept answers again: one has come since. */
    record LookAgain() implements Place {}

    /** Begins it; another with that key goes before, where there is one. */
    Optional<Flight> before(Flight mine) {
        return Optional.ofNullable(byKey.putIfAbsent(mine.key(), mine));
    }

    /** Begins it in place of another. */
    void replace(Flight mine) {
        byKey.put(mine.key(), mine);
    }

    /** What is under way for that key is given to those who wait, and not kept. */
    void forget(ExactKey key) {
        byKey.remove(key);
    }

    /** How many computations have ended; read it before looking among the kept answers. */
    synchronized long landings() {
        return landings;
    }

    /** {@code seen} is the number of landings before the last look; empty to take a place whatever has come since. */
    synchronized Place place(Flight mine, QuestionProfile profile, OptionalLong seen) {
        Optional<Follow> twin = leaders.stream()
                .filter(leader ->
                        leader.flight().key().scope().equals(mine.key().scope()))
                .flatMap(leader -> follow(leader, profile).stream())
                .max(Comparator.comparingDouble(Follow::similarity));
        if (twin.isPresent()) {
            return twin.get();
        }
        if (seen.isPresent() && seen.getAsLong() != landings) {
            return new LookAgain();
        }
        lead(mine, profile);
        return new Lead();
    }

    /** Computes whoever else does. */
    synchronized void lead(Flight mine, QuestionProfile profile) {
        leaders.add(new Leader(mine, profile));
    }

    /** Ends it, with nothing to keep. */
    void land(Flight mine, Outcome outcome) {
        byKey.remove(mine.key(), mine);
        end(mine, outcome);
    }

    /** Ends it; {@code keep} is run first, unless it was forgotten or another is in its place. */
    void land(Flight mine, Outcome outcome, Runnable keep) {
        byKey.computeIfPresent(mine.key(), (key, current) -> {
            if (current != mine) {
                return current;
            }
            keep.run();
            return null;
        });
        end(mine, outcome);
    }

    private void end(Flight mine, Outcome outcome) {
        synchronized (this) {
            if (leaders.removeIf(leader -> leader.flight() == mine)) {
                landings++;
            }
        }
        mine.end(outcome);
    }

    private Optional<Follow> follow(Leader leader, QuestionProfile profile) {
        Verdict verdict = guard.check(leader.profile(), profile);
        return verdict.reuse()
                ? Optional.of(new Follow(leader.flight(), leader.profile(), verdict.similarity()))
                : Optional.empty();
    }
}
