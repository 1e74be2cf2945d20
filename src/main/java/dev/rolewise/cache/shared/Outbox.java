package dev.rolewise.cache.shared;

import dev.rolewise.cache.CachedAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * What waits to be sent. Answers that find no room are not shared. What is taken back goes first and stays until it is
 * delivered; where it finds no room, everything is taken back. Thread-safe; nothing but {@link #next} waits.
 */
final class Outbox {
    static final int MAX_ANSWERS = 256;
    static final int MAX_DROPS = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Keep> answers = new ArrayDeque<>();
    private final Map<Name, Drop> drops = new LinkedHashMap<>();
    private final Map<Name, Drop> late = new LinkedHashMap<>();
    private long dropped;
    private boolean everything;
    private boolean open = true;
    private boolean woken;

    /** Something to send. */
    sealed interface Work permits Keep, Drops {}

    /** An answer to share. */
    record Keep(Name name, CachedAnswer answer) implements Work {}

    /**
     * An answer that is taken back.
     *
     * @param number of the call that did
     * @param told whether the other processes know
     */
    record Drop(long number, boolean told) {}

    /**
     * Answers to take back.
     *
     * @param names their names
     * @param everything whether all other answers are taken back too
     */
    record Drops(Map<Name, Drop> names, boolean everything) implements Work {
        Drops {
            names = Map.copyOf(names);
        }

        /** Those of them that the other processes do not know of. */
        Set<Name> untold() {
            return names.keySet().stream()
                    .filter(name ->
                            !names.getOrDefault(name, new Drop(0, false)).told())
                    .collect(Collectors.toSet());
        }
    }

    /** Whether there was room. */
    boolean keep(Name name, CachedAnswer answer) {
        lock.lock();
        try {
            if (!open || answers.size() >= MAX_ANSWERS) {
                return false;
            }
            answers.addLast(new Keep(name, answer));
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes answers back, those that wait to be shared too. Whether there was room; else everything is taken back. */
    boolean drop(Collection<Name> names) {
        lock.lock();
        try {
            answers.removeIf(keep -> names.contains(keep.name()));
            for (Name name : names) {
                drops.remove(name);
                late.remove(name);
                if (drops.size() + late.size() < MAX_DROPS) {
                    drops.put(name, new Drop(++dropped, false));
                } else {
                    everything = true;
                }
            }
            changed.signalAll();
            return !everything;
        } finally {
            lock.unlock();
        }
    }

    /** Whether that answer is taken back and the server does not know yet. */
    boolean isDropped(Name name) {
        lock.lock();
        try {
            return drops.containsKey(name) || late.containsKey(name);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What to send next, waiting for it for at most that long or until {@link #wake}. An answer is taken out; what is taken
     * back has to be {@link #delivered}.
     */
    Optional<Work> next(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (left > 0 && open && !woken && answers.isEmpty() && drops.isEmpty() && !everything) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return !drops.isEmpty() || everything ? Optional.of(batch()) : Optional.ofNullable(answers.pollFirst());
        } finally {
            lock.unlock();
        }
    }

    private Drops batch() {
        Map<Name, Drop> batch = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<Name, Drop> drop : drops.entrySet()) {
            bytes += drop.getKey().bytes().length;
            if (batch.size() == DropMessage.MAX_KEYS || (bytes > DropMessage.MAX_KEYS_BYTES && !batch.isEmpty())) {
                break;
            }
            batch.put(drop.getKey(), drop.getValue());
        }
        return new Drops(batch, everything);
    }

    /**
     * The other processes know of {@code tried}, and the server of {@code done}; the rest waits for {@link #again}. Those
     * that were taken back once more meanwhile stay as they are.
     */
    void delivered(Drops tried, Set<Name> done) {
        lock.lock();
        try {
            tried.names().forEach((name, drop) -> {
                if (drops.remove(name, drop) && !done.contains(name)) {
                    late.put(name, new Drop(drop.number(), true));
                }
            });
            everything &= !tried.everything();
        } finally {
            lock.unlock();
        }
    }

    /** What could not be delivered is to be tried again. */
    void again() {
        lock.lock();
        try {
            drops.putAll(late);
            late.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the answers that wait: the server is gone. */
    void forgetAnswers() {
        lock.lock();
        try {
            answers.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Who waits, or else the next to wait, waits no longer. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more answers, and nobody waits for any. */
    void close() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
