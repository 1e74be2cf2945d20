package dev.rolewise.server;

import dev.rolewise.question.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of documents with their text. Thread-safe; a call returns when the change is on disk. Each method throws
 * {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface DocumentStore {
    /** Keeps a new document. */
    void add(ServerDocument.Text text);

    /** Replaces what is known of documents, their texts aside; all at once or nothing. */
    void update(List<ServerDocument> documents);

    /** The documents of a scope, those given last first. */
    List<ServerDocument> of(Scope scope);

    /** Those of a scope that stand there, those given last first. */
    default List<ServerDocument> of(Scope scope, ServerDocument.State state) {
        return of(scope).stream().filter(d -> d.state() == state).toList();
    }

    /** A document with its text. */
    Optional<ServerDocument.Text> text(String id);

    /** Scopes that have a document that counts. */
    List<Scope> scopes();

    /** Forgets documents in that state since before {@code before}. */
    void purge(ServerDocument.State state, Instant before);

    /** Forgets a document. */
    void drop(String id);

    /** Forgets all documents of a scope. */
    void dropAll(Scope scope);
}
