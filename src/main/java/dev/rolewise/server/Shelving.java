package dev.rolewise.server;

import dev.rolewise.knowledge.DocumentSource;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.server.ServerDocument.State;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is searched the same as the record of documents, whoever changed that: this process, another one, a restore or a
 * crash between the two. Thread-safe.
 */
final class Shelving implements DocumentIndex {
    private static final Logger LOG = LoggerFactory.getLogger(Shelving.class);

    private final DocumentStore store;
    private final DocumentShelves shelves;
    private final Consumer<Scope> changed;
    private final Executor shelve;
    private final Duration patience;
    private final ShelvingQueue queue;
    private final Map<Scope, Set<String>> told = new ConcurrentHashMap<>();
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    /**
     * @param changed told of each scope in which other documents are found than before
     * @param shelve indexes one document after the other
     * @param patience how long a caller waits for a document to be found; the rest goes on without them
     */
    Shelving(
            DocumentStore store, DocumentShelves shelves, Consumer<Scope> changed, Executor shelve, Duration patience) {
        this.store = store;
        this.shelves = shelves;
        this.changed = changed;
        this.shelve = shelve;
        this.patience = patience;
        this.queue = new ShelvingQueue(this::unshelved, this::shelved, shelve);
    }

    @Override
    public Set<String> found(Scope scope) {
        return shelves.ids(scope);
    }

    @Override
    public boolean underway(String id) {
        return underway.contains(id);
    }

    @Override
    public void put(ServerDocument.Text text) {
        underway.add(text.document().id());
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> index(text), shelve);
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.info("document={} is being indexed", text.document().id());
            var unused = done.whenComplete((nothing, fault) -> {
                if (fault != null) {
                    LOG.warn("document={} cannot be indexed", text.document().id(), fault);
                }
            });
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException fault
                    ? new UncheckedIOException(fault.getMessage(), fault.getCause())
                    : new IllegalStateException(e.getCause());
        }
    }

    private void index(ServerDocument.Text text) {
        ServerDocument document = text.document();
        underway.add(document.id());
        try {
            shelves.put(document.scope(), source(document, text.sections()), () -> counts(document.id()));
        } finally {
            underway.remove(document.id());
        }
        clear(document.scope());
    }

    @Override
    public void remove(Scope scope, List<String> ids) {
        takeOut(scope, ids);
        clear(scope);
    }

    private void takeOut(Scope scope, List<String> ids) {
        ids.forEach(id -> shelves.remove(scope, id));
        tell(scope);
        shelves.erase(scope);
    }

    @Override
    public void drop(Scope scope) {
        shelves.drop(scope);
        tell(scope);
    }

    @Override
    public void sync(Scope scope) {
        Optional<String> last = Optional.empty();
        List<String> missing = unshelved(scope);
        while (!missing.isEmpty() && !last.equals(Optional.of(missing.get(0)))) {
            last = Optional.of(missing.get(0));
            shelved(scope, missing.get(0));
            missing = unshelved(scope);
        }
    }

    @Override
    public void follow(Scope scope) {
        if (!unshelved(scope).isEmpty()) {
            queue.add(scope);
        }
    }

    @Override
    public void followAll() {
        List<Scope> known = store.scopes();
        shelves.scopes().stream().filter(scope -> !known.contains(scope)).forEach(this::follow);
        known.forEach(this::follow);
    }

    private void shelved(Scope scope, String id) {
        store.text(id).ifPresent(this::index);
        LOG.info("indexed document={} scope={}", id, Documents.name(scope));
    }

    /** Clears; gives the documents that count and are not found yet, nor on their way. */
    private List<String> unshelved(Scope scope) {
        return clear(scope).stream().filter(id -> !underway.contains(id)).toList();
    }

    /** Takes out what does not count any more, nor stands in for what is not found yet; gives what is not. */
    private List<String> clear(Scope scope) {
        Set<String> found = shelves.ids(scope);
        List<ServerDocument> all = store.of(scope);
        List<ServerDocument> missing = all.stream()
                .filter(d -> d.state() == State.LIVE && !found.contains(d.id()))
                .toList();
        Set<String> standing = all.stream()
                .filter(d -> d.state() == State.LIVE || missing.stream().anyMatch(d::gaveWayTo))
                .map(ServerDocument::id)
                .collect(Collectors.toSet());
        List<String> stale = found.stream().filter(id -> !standing.contains(id)).toList();
        if (stale.isEmpty()) {
            tell(scope);
        } else {
            takeOut(scope, stale);
        }
        return missing.stream().map(ServerDocument::id).toList();
    }

    private boolean counts(String id) {
        return store.text(id)
                .filter(text -> text.document().state() == State.LIVE)
                .isPresent();
    }

    private void tell(Scope scope) {
        Set<String> found = shelves.ids(scope);
        if (!found.equals(told.put(scope, found))) {
            changed.accept(scope);
        }
    }

    static Source source(ServerDocument document, List<ReadText.Section> sections) {
        ReadText text = new ReadText("", document.title(), 0, sections, Map.of(), List.of());
        return DocumentSource.of(
                text,
                document.id(),
                document.title(),
                "",
                LocalDate.ofInstant(document.addedAt(), ZoneOffset.UTC).toString(),
                words -> Set.of());
    }
}
