package dev.rolewise.server;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.knowledge.reading.Reading;
import dev.rolewise.knowledge.reading.Unreadable;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Scope;
import dev.rolewise.server.ServerDocument.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where documents are handed over: each is read, and waits for a yes for an hour. Thread-safe. */
final class DocumentIntake {
    /** How long a document that was read waits for a yes. */
    static final Duration WAITING = Duration.ofHours(1);

    /** The most documents of one scope that wait for a yes; the oldest gives way. */
    static final int MOST_WAITING = 20;

    /** The most sentences and entries of one document: they take some minutes to index. */
    static final int MOST_STATEMENTS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(DocumentIntake.class);
    private static final int LONGEST_TITLE = 80;

    private final DocumentReader reader;
    private final DocumentStore store;
    private final Supplier<String> ids;
    private final Clock clock;
    private final Set<Scope> reading = ConcurrentHashMap.newKeySet();

    DocumentIntake(DocumentReader reader, DocumentStore store, Supplier<String> ids, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** The longest document, in bytes. */
    int mostBytes() {
        return reader.mostBytes();
    }

    /** Reads a document, one of a scope at a time; takes seconds. An empty title is taken from the document or its file. */
    Documents.Handed read(Scope scope, String fileName, String title, byte[] content, String by, Keeping keeping) {
        if (!reading.add(scope)) {
            return new Documents.Refused(
                    "I am still reading another guide here. Please send this one again in a minute.");
        }
        try {
            return readAlone(scope, fileName, title, content, by, keeping);
        } finally {
            reading.remove(scope);
        }
    }

    private Documents.Handed readAlone(
            Scope scope, String fileName, String title, byte[] content, String by, Keeping keeping) {
        List<ServerDocument> there = store.of(scope, State.LIVE);
        if (there.size() >= Documents.MOST) {
            return new Documents.Refused(
                    "There are " + Documents.MOST + " documents already, and that is the most. Remove one first.");
        }
        Reading read = reader.read(fileName, content);
        if (read instanceof Unreadable unreadable) {
            LOG.info("document refused scope={} bytes={}", Documents.name(scope), content.length);
            return new Documents.Refused("That file could not be read: " + unreadable.reason());
        }
        ReadText text = (ReadText) read;
        return taken(scope, title(title, text.title(), fileName), hash(content), text, there, by, keeping);
    }

    private Documents.Handed taken(
            Scope scope,
            String shown,
            String hash,
            ReadText text,
            List<ServerDocument> there,
            String by,
            Keeping keeping) {
        Instant now = clock.instant();
        Optional<ServerDocument> same =
                there.stream().filter(d -> d.hash().equals(hash)).findFirst();
        Optional<String> replaces = there.stream()
                .filter(d -> same.isEmpty() && d.title().equalsIgnoreCase(shown))
                .map(ServerDocument::id)
                .findFirst();
        ServerDocument bare = new ServerDocument(
                ids.get(), scope, shown, text.format(), text.pages(), 0, hash, by, now, State.PENDING, now, replaces);
        List<Passage> passages = Shelving.source(bare, text.sections()).passages();
        int statements = passages.stream().mapToInt(p -> p.statements().size()).sum();
        if (statements == 0) {
            return new Documents.Refused("That file holds no sentence that I could quote.");
        }
        if (statements > MOST_STATEMENTS) {
            return new Documents.Refused(String.format(
                    Locale.ROOT,
                    "That file holds %,d sentences or entries, and %,d are the most I take. Please split it.",
                    statements,
                    MOST_STATEMENTS));
        }
        ServerDocument document = bare.with(passages.size());
        if (same.isEmpty()) {
            makeRoom(scope);
            add(document, text, keeping);
        }
        return new Documents.Preview(document, text, same);
    }

    private void add(ServerDocument document, ReadText text, Keeping keeping) {
        if (!keeping.keep(() -> store.add(new ServerDocument.Text(document, text.sections())))) {
            store.add(new ServerDocument.Text(document.ofNobody(), text.sections()));
        }
    }

    /** The documents of a scope that wait for a yes. */
    Stream<ServerDocument> waiting(Scope scope) {
        Instant oldest = clock.instant().minus(WAITING);
        return store.of(scope, State.PENDING).stream().filter(d -> !d.stateAt().isBefore(oldest));
    }

    /** Forgets what nobody said yes to in time. */
    void purge() {
        store.purge(State.PENDING, clock.instant().minus(WAITING));
    }

    private void makeRoom(Scope scope) {
        purge();
        waiting(scope)
                .sorted(Comparator.comparing(ServerDocument::stateAt).reversed())
                .skip(MOST_WAITING - 1)
                .forEach(d -> store.drop(d.id()));
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
}
