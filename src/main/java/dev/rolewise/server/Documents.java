package dev.rolewise.server;

import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.server.ServerDocument.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of the installation and of servers: read, confirmed, listed, removed and put back. Thread-safe. Methods throw
 * {@link java.io.UncheckedIOException} where the record or the index cannot be used.
 */
public final class Documents {
    /** How long a removed document can be put back. */
    static final Duration UNDO = Duration.ofDays(1);

    /** The most documents that one scope may have. */
    static final int MOST = 1_000;

    /** How long who lets a document count waits for it to be found. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final DocumentIntake intake;
    private final DocumentStore store;
    private final DocumentIndex index;
    private final Clock clock;

    /**
     * @param changed told of each scope in which other documents are found than before
     * @param shelve indexes one document after the other
     * @param ids makes ids of 10 characters that cannot be guessed
     */
    public Documents(
            DocumentReader reader,
            DocumentStore store,
            DocumentShelves shelves,
            Consumer<Scope> changed,
            Executor shelve,
            Supplier<String> ids,
            Clock clock) {
        this(reader, store, new Shelving(store, shelves, changed, shelve, PATIENCE), ids, clock);
    }

    /** Over the record alone: nothing is searched here, and whoever searches {@linkplain #sync syncs} with the record. */
    public Documents(DocumentReader reader, DocumentStore store, Supplier<String> ids, Clock clock) {
        this(reader, store, DocumentIndex.ELSEWHERE, ids, clock);
    }

    Documents(DocumentReader reader, DocumentStore store, DocumentIndex index, Supplier<String> ids, Clock clock) {
        this.intake = new DocumentIntake(reader, store, ids, clock);
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    /** What became of a document that was handed over. */
    public sealed interface Handed permits Preview, Refused {}

    /**
     * It was read and waits for a yes.
     *
     * @param text what was read
     * @param same a document with the very same content that counts already
     */
    public record Preview(ServerDocument document, ReadText text, Optional<ServerDocument> same) implements Handed {}

    /**
     * It was not.
     *
     * @param reason what to tell who sent it
     */
    public record Refused(String reason) implements Handed {}

    /** The longest document, in bytes. */
    public int mostBytes() {
        return intake.mostBytes();
    }

    /** Reads a document, one of a scope at a time; takes seconds. An empty title is taken from the document or its file. */
    public Handed read(Scope scope, String fileName, String title, byte[] content, String by) {
        return read(scope, fileName, title, content, by, Keeping.FOR_GOOD);
    }

    /** The same for a member, whose id is not kept where they have had all of theirs deleted meanwhile. */
    Handed read(Scope scope, String fileName, String title, byte[] content, String by, Keeping keeping) {
        return intake.read(scope, fileName, title, content, by, keeping);
    }

    /**
     * Lets a document count that waits for it, in place of the version before; empty where none waits. Takes 5 s at most; a
     * long document is {@linkplain #takingIn taken in} after that.
     */
    public Optional<ServerDocument> confirm(Scope scope, String id) {
        return intake.waiting(scope).filter(d -> d.id().equals(id)).findFirst().flatMap(this::use);
    }

    /** Forgets a document that waits for a yes. */
    public boolean discard(Scope scope, String id) {
        Optional<ServerDocument> waiting =
                intake.waiting(scope).filter(d -> d.id().equals(id)).findFirst();
        waiting.ifPresent(d -> store.drop(d.id()));
        return waiting.isPresent();
    }

    /** Takes a document out: when it returns, no answer rests on it any more. */
    public Optional<ServerDocument> remove(Scope scope, String id) {
        Optional<ServerDocument> live =
                live(scope).stream().filter(d -> d.id().equals(id)).findFirst();
        live.ifPresent(d -> {
            store.update(List.of(d.in(State.REMOVED, clock.instant())));
            index.remove(scope, List.of(id));
            LOG.info("document={} scope={} is removed", id, name(scope));
        });
        return live;
    }

    /** Puts a document back that was removed or replaced less than a day ago; a newer version of it goes instead. */
    public Optional<ServerDocument> putBack(Scope scope, String id) {
        return removed(scope).stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .flatMap(this::use);
    }

    /** The documents that were removed or replaced and can be put back, those removed last first. */
    public List<ServerDocument> removed(Scope scope) {
        Instant oldest = clock.instant().minus(UNDO);
        return store.of(scope, State.REMOVED).stream()
                .filter(d -> !d.stateAt().isBefore(oldest))
                .sorted(Comparator.comparing(ServerDocument::stateAt).reversed())
                .toList();
    }

    /** The version whose place a document that counts has just taken, while that can be put back. */
    public Optional<ServerDocument> replacedBy(ServerDocument document) {
        return removed(document.scope()).stream()
                .filter(d -> d.gaveWayTo(document))
                .findFirst();
    }

    /** Whether a document that counts is still being indexed: till then the version before is found, if there is one. */
    public boolean takingIn(ServerDocument document) {
        return index.underway(document.id());
    }

    /** Until when a removed document can be put back. */
    public Instant lastChance(ServerDocument removed) {
        return removed.stateAt().plus(UNDO);
    }

    /** The documents that count, those given last first. */
    public List<ServerDocument> live(Scope scope) {
        return store.of(scope, State.LIVE);
    }

    /** A document of that scope that counts, with its text. */
    public Optional<ServerDocument.Text> text(Scope scope, String id) {
        return store.text(id)
                .filter(t -> t.document().scope().equals(scope) && t.document().state() == State.LIVE);
    }

    /** The ids of the documents of the scope itself that are found: other ids, other texts. */
    public List<String> names(Scope scope) {
        return List.copyOf(index.found(scope));
    }

    /** Forgets what can no longer be put back or confirmed. */
    public void purge() {
        store.purge(State.REMOVED, clock.instant().minus(UNDO));
        intake.purge();
    }

    /**
     * Sees to it that what is found in a scope is what counts there, also where another process changed that. Quick where
     * nothing differs; else it may take minutes.
     */
    public void sync(Scope scope) {
        index.sync(scope);
    }

    /** The same, but what does not count is out when this returns, and what is to be indexed is so in the background. */
    public void follow(Scope scope) {
        index.follow(scope);
    }

    /** The same for all scopes: after a restore, or a crash. */
    public void followAll() {
        index.followAll();
    }

    /** Forgets all documents of a scope, and every byte of them. */
    void dropAll(Scope scope) {
        store.dropAll(scope);
        index.drop(scope);
    }

    /** Lets a document count, and other versions of it no more: those with its title. */
    private Optional<ServerDocument> use(ServerDocument document) {
        Optional<ServerDocument.Text> text = store.text(document.id());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = document.scope();
        Instant now = clock.instant();
        ServerDocument used = document.in(State.LIVE, now);
        List<ServerDocument> others = live(scope).stream()
                .filter(d -> d.title().equalsIgnoreCase(document.title()))
                .map(d -> d.in(State.REMOVED, now))
                .toList();
        store.update(Stream.concat(Stream.of(used), others.stream()).toList());
        index.put(text.get());
        LOG.info("document={} scope={} counts in place of {}", used.id(), name(scope), others.size());
        return Optional.of(used);
    }

    static String name(Scope scope) {
        return scope.serverId().orElse("installation");
    }
}
