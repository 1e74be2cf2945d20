package dev.rolewise.server;

import dev.rolewise.knowledge.DocumentSource;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.server.ServerDocument.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
    private final Map<Scope, Set<String>> told = new ConcurrentHashMap<>();
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    /** {@code changed} is told of each scope in which other documents are found than before. */
    Shelving(DocumentStore store, DocumentShelves shelves, Consumer<Scope> changed) {
        this.store = store;
        this.shelves = shelves;
        this.changed = changed;
    }

    @Override
    public Set<String> found(Scope scope) {
        return shelves.ids(scope);
    }

    @Override
    public void put(ServerDocument.Text text) {
        ServerDocument document = text.document();
        underway.add(document.id());
        try {
            shelves.put(document.scope(), source(document, text.sections()), () -> counts(document.id()));
        } finally {
            underway.remove(document.id());
        }
        tell(document.scope());
    }

    @Override
    public void remove(Scope scope, List<String> ids) {
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
        Optional<String> missing = unshelved(scope);
        while (missing.isPresent()) {
            String id = missing.get();
            store.text(id).ifPresent(this::put);
            LOG.info("indexed document={} scope={}", id, Documents.name(scope));
            missing = unshelved(scope).filter(next -> !next.equals(id));
        }
    }

    @Override
    public void syncAll() {
        List<Scope> known = store.scopes();
        shelves.scopes().stream().filter(scope -> !known.contains(scope)).forEach(this::sync);
        known.forEach(this::sync);
    }

    /** Takes out what does not count any more; gives a document that counts and is not found yet. */
    private Optional<String> unshelved(Scope scope) {
        Set<String> found = shelves.ids(scope);
        List<String> live = store.of(scope).stream()
                .filter(document -> document.state() == State.LIVE)
                .map(ServerDocument::id)
                .toList();
        List<String> stale = found.stream().filter(id -> !live.contains(id)).toList();
        if (stale.isEmpty()) {
            tell(scope);
        } else {
            remove(scope, stale);
        }
        return live.stream()
                .filter(id -> !found.contains(id) && !underway.contains(id))
                .findFirst();
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
