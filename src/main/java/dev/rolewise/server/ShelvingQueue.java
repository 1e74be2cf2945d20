package dev.rolewise.server;

import dev.rolewise.question.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scopes with documents that are still to be indexed. After each document it lets others go first, so that a guide that was
 * just given waits for one of a long row and not for all. Thread-safe.
 */
final class ShelvingQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ShelvingQueue.class);

    private final Function<Scope, ? extends Collection<String>> missing;
    private final BiConsumer<Scope, String> index;
    private final Executor shelve;
    private final Map<Scope, Set<String>> tried = new LinkedHashMap<>();
    private final Set<Scope> failed = new HashSet<>();
    private boolean going;

    /**
     * @param missing documents of a scope that are to be indexed, by their ids
     * @param index indexes one
     * @param shelve where that is done
     */
    ShelvingQueue(
            Function<Scope, ? extends Collection<String>> missing, BiConsumer<Scope, String> index, Executor shelve) {
        this.missing = missing;
        this.index = index;
        this.shelve = shelve;
    }

    /** Has a scope indexed, after those that wait already; returns at once. */
    void add(Scope scope) {
        synchronized (this) {
            tried.putIfAbsent(scope, new HashSet<>());
        }
        go();
    }

    private void go() {
        synchronized (this) {
            if (going || tried.isEmpty()) {
                return;
            }
            going = true;
        }
        shelve.execute(this::step);
    }

    private void step() {
        Optional<Scope> first = first();
        try {
            first.ifPresent(this::one);
        } catch (RuntimeException e) {
            first.ifPresent(scope -> fail(scope, e));
        } finally {
            synchronized (this) {
                going = false;
            }
            go();
        }
    }

    private void one(Scope scope) {
        Optional<String> next =
                missing.apply(scope).stream().filter(id -> begin(scope, id)).findFirst();
        if (next.isPresent()) {
            index.accept(scope, next.get());
        } else {
            end(scope, false);
        }
    }

    private synchronized Optional<Scope> first() {
        return tried.keySet().stream().findFirst();
    }

    /** No document twice, also where it cannot be found afterwards. */
    private synchronized boolean begin(Scope scope, String id) {
        return tried.computeIfAbsent(scope, s -> new HashSet<>()).add(id);
    }

    /** An outage is told once; the next scope has its turn whatever is wrong with this one. */
    private void fail(Scope scope, RuntimeException e) {
        if (end(scope, true)) {
            LOG.warn("documents of scope={} cannot be indexed: {}", Documents.name(scope), e.getMessage());
        }
    }

    private synchronized boolean end(Scope scope, boolean failing) {
        tried.remove(scope);
        return failing ? failed.add(scope) : failed.remove(scope);
    }
}
