package dev.rolewise.server;

import dev.rolewise.knowledge.DocumentSource;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.knowledge.reading.Reading;
import dev.rolewise.knowledge.reading.Unreadable;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.server.ServerDocument.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of the installation and of servers: read, confirmed, listed, removed and put back. Thread-safe. Methods throw
 * {@link java.io.UncheckedIOException} where the record or the index cannot be used.
 */
public final class Documents {
    /** How long a removed document can be put back. */
    static final Duration UNDO = Duration.ofDays(1);

    /** How long a document that was read waits for a yes. */
    static final Duration WAITING = Duration.ofHours(1);

    /** The most documents that one scope may have. */
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final int LONGEST_TITLE = 80;

    private final DocumentReader reader;
    private final DocumentStore store;
    private final DocumentShelves shelves;
    private final Function<String, Set<String>> roles;
    private final Consumer<Scope> changed;
    private final Supplier<String> ids;
    private final Clock clock;

    /**
     * @param roles the ids of the pack's roles that a text speaks of
     * @param changed told of each scope whose documents have changed
     * @param ids makes ids of 10 characters that cannot be guessed
     */
    public Documents(
            DocumentReader reader,
            DocumentStore store,
            DocumentShelves shelves,
            Function<String, Set<String>> roles,
            Consumer<Scope> changed,
            Supplier<String> ids,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.shelves = shelves;
        this.roles = roles;
        this.changed = changed;
        this.ids = ids;
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
        return reader.mostBytes();
    }

    /** Reads a document; takes seconds. An empty title is taken from the document or its file. */
    public Handed read(Scope scope, String fileName, String title, byte[] content, String by) {
        List<ServerDocument> there = live(scope);
        if (there.size() >= MOST) {
            return new Refused("There are " + MOST + " documents already, and that is the most. Remove one first.");
        }
        Reading reading = reader.read(fileName, content);
        if (reading instanceof Unreadable unreadable) {
            LOG.info("document refused scope={} bytes={}", name(scope), content.length);
            return new Refused("That file could not be read: " + unreadable.reason());
        }
        ReadText text = (ReadText) reading;
        String shown = title(title, text.title(), fileName);
        String hash = hash(content);
        Instant now = clock.instant();
        Optional<ServerDocument> same =
                there.stream().filter(d -> d.hash().equals(hash)).findFirst();
        Optional<String> replaces = there.stream()
                .filter(d -> same.isEmpty() && d.title().equalsIgnoreCase(shown))
                .map(ServerDocument::id)
                .findFirst();
        String id = ids.get();
        int passages = source(text.sections(), id, shown, now).passages().size();
        if (passages == 0) {
            return new Refused("That file holds no sentence that I could quote.");
        }
        ServerDocument document = new ServerDocument(
                id, scope, shown, text.format(), text.pages(), passages, hash, by, now, State.PENDING, now, replaces);
        if (same.isEmpty()) {
            store.add(new ServerDocument.Text(document, text.sections()));
        }
        return new Preview(document, text, same);
    }

    /** Lets a document count that waits for it, in place of the version before; empty where none waits. */
    public Optional<ServerDocument> confirm(Scope scope, String id) {
        return change(scope, id, State.PENDING, State.LIVE);
    }

    /** Forgets a document that waits for a yes. */
    public boolean discard(Scope scope, String id) {
        Optional<ServerDocument> waiting = store.of(scope).stream()
                .filter(d -> d.id().equals(id) && d.state() == State.PENDING)
                .findFirst();
        waiting.ifPresent(d -> {
            store.update(d.in(State.REMOVED, Instant.EPOCH));
            store.purge(State.REMOVED, Instant.EPOCH.plusMillis(1));
        });
        return waiting.isPresent();
    }

    /** Takes a document out: when it returns, no answer rests on it any more. */
    public Optional<ServerDocument> remove(Scope scope, String id) {
        return change(scope, id, State.LIVE, State.REMOVED);
    }

    /** Puts a document back that was removed less than a day ago. */
    public Optional<ServerDocument> putBack(Scope scope, String id) {
        return change(scope, id, State.REMOVED, State.LIVE);
    }

    /** The documents that count, those given last first. */
    public List<ServerDocument> live(Scope scope) {
        return store.of(scope).stream().filter(d -> d.state() == State.LIVE).toList();
    }

    /** A document of that scope that counts, with its text. */
    public Optional<ServerDocument.Text> text(Scope scope, String id) {
        return store.text(id)
                .filter(t -> t.document().scope().equals(scope) && t.document().state() == State.LIVE);
    }

    /** A name for each document of the scope itself that counts: another name, another text. */
    List<String> names(Scope scope) {
        return live(scope).stream().map(ServerDocument::id).toList();
    }

    /** Forgets what can no longer be put back or confirmed. */
    public void purge() {
        store.purge(State.REMOVED, clock.instant().minus(UNDO));
        store.purge(State.PENDING, clock.instant().minus(WAITING));
    }

    /** Makes those indexes again that are missing; may take long. */
    public void repair() {
        for (Scope scope : store.scopes()) {
            for (ServerDocument document : live(scope)) {
                if (!shelves.has(scope, document.id())) {
                    store.text(document.id()).ifPresent(this::index);
                    LOG.info("indexed document={} scope={}", document.id(), name(scope));
                }
            }
        }
    }

    /** Forgets all documents of a scope, and every byte of them. */
    void dropAll(Scope scope) {
        shelves.drop(scope);
        store.dropAll(scope);
        changed.accept(scope);
    }

    private Optional<ServerDocument> change(Scope scope, String id, State from, State to) {
        Optional<ServerDocument.Text> found = store.text(id)
                .filter(t -> t.document().scope().equals(scope) && t.document().state() == from);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ServerDocument document = found.get().document().in(to, clock.instant());
        if (to == State.LIVE) {
            index(found.get());
            document.replaces()
                    .filter(earlier -> from == State.PENDING)
                    .ifPresent(earlier -> change(scope, earlier, State.LIVE, State.REMOVED));
        }
        store.update(document);
        if (to == State.REMOVED) {
            shelves.remove(scope, id);
        }
        changed.accept(scope);
        LOG.info("document={} scope={} is {}", id, name(scope), to);
        return Optional.of(document);
    }

    private void index(ServerDocument.Text text) {
        ServerDocument document = text.document();
        shelves.put(document.scope(), source(text.sections(), document.id(), document.title(), document.addedAt()));
    }

    private Source source(List<ReadText.Section> sections, String id, String title, Instant addedAt) {
        ReadText text = new ReadText("", title, 0, sections, Map.of(), List.of());
        return DocumentSource.of(
                text,
                id,
                title,
                "",
                LocalDate.ofInstant(addedAt, ZoneOffset.UTC).toString(),
                roles);
    }

    private static String title(String given, String read, String fileName) {
        String bare = fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replace('_', ' ');
        String title = List.of(given, read, bare, "document").stream()
                .map(t -> t.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip())
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElseThrow();
        return title.length() > LONGEST_TITLE
                ? title.substring(0, LONGEST_TITLE - 1).strip() + "…"
                : title;
    }

    private static String hash(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("document\n".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String name(Scope scope) {
        return scope.serverId().orElse("installation");
    }
}
