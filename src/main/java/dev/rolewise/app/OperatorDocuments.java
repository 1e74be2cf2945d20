package dev.rolewise.app;

import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.server.Documents;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseDocuments;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * The operator's own documents, for commands that run beside the bot. The record of them is changed without loading the
 * language model; a running bot follows it within a second, and a command that answers does so before its first answer.
 */
final class OperatorDocuments implements AutoCloseable {
    private static final Scope ALL_SERVERS = Scope.INSTALLATION;

    private final DocumentReader reader;
    private final Documents documents;

    private OperatorDocuments(DocumentReader reader, Documents documents) {
        this.reader = reader;
        this.documents = documents;
    }

    /** Their record; makes the database where there is none. */
    static OperatorDocuments open(Setup setup) throws OperatorException {
        DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
        Documents documents = new Documents(
                reader, new DatabaseDocuments(setup.database()), RandomIds.of(new SecureRandom()), setup.clock());
        return new OperatorDocuments(reader, documents);
    }

    /** Whether there is a database that could have some; looking does not make one. */
    static boolean mayBeThere(Setup setup) {
        return setup.settings().optional(Storage.URL).isPresent()
                || Files.isRegularFile(setup.settings().folder("data-dir").resolve(Database.FILE));
    }

    /** The folder of the indexes, which may be missing. */
    static Path indexes(Setup setup) {
        return setup.settings().folder("data-dir").resolve(DocumentShelves.FOLDER);
    }

    /**
     * Whether there are some to be searched, or were: what was removed has to leave the index. Where nobody can say, the
     * answers do without them, and that is said.
     */
    static boolean toBeSearched(Setup setup) {
        if (!mayBeThere(setup)) {
            return false;
        }
        try (OperatorDocuments there = open(setup)) {
            boolean counting = !there.documents.live(ALL_SERVERS).isEmpty();
            return counting || Files.isDirectory(indexes(setup));
        } catch (OperatorException | UncheckedIOException e) {
            setup.terminal()
                    .note("Your own documents are left out, since their record cannot be read: " + e.getMessage());
            return false;
        }
    }

    /** Brings what is searched to the record; gives the ids of what is found. Says so where that takes a while. */
    static List<String> index(Setup setup, DocumentShelves shelves) throws OperatorException {
        try (DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT)) {
            Documents documents = new Documents(
                    reader,
                    new DatabaseDocuments(setup.database()),
                    shelves,
                    scope -> {},
                    Runnable::run,
                    RandomIds.of(new SecureRandom()),
                    setup.clock());
            List<String> found = documents.names(ALL_SERVERS);
            List<ServerDocument> missing = documents.live(ALL_SERVERS).stream()
                    .filter(document -> !found.contains(document.id()))
                    .toList();
            if (!missing.isEmpty()) {
                setup.terminal()
                        .note(String.format(
                                Locale.ROOT,
                                "indexing %s, once…",
                                missing.size() == 1 ? "1 document" : missing.size() + " documents"));
            }
            documents.sync(ALL_SERVERS);
            return documents.names(ALL_SERVERS);
        } catch (UncheckedIOException e) {
            throw new OperatorException(
                    "your documents cannot be indexed: " + e.getMessage() + "; the folder " + indexes(setup)
                            + " can be deleted and is made again",
                    e);
        }
    }

    Documents documents() {
        return documents;
    }

    @Override
    public void close() {
        reader.close();
    }
}
