package dev.rolewise.retrieval;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.rolewise.knowledge.Source;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of the installation and of servers, each scope in an index of its own, so that one server's words move nobody
 * else's scores and one server's text is never found elsewhere. In a server's scope the installation's documents count too.
 *
 * <p>The indexes lie in one folder and can be made again from the documents. The {@value #MOST_OPEN} used last are open.
 * Thread-safe. Methods throw {@link UncheckedIOException} where the folder cannot be used.
 */
public final class DocumentShelves implements DocumentSearch, AutoCloseable {
    /** Name of the folder of all indexes in the data folder; all of it can be made again. */
    public static final String FOLDER = "documents";

    private static final Logger LOG = LoggerFactory.getLogger(DocumentShelves.class);

    /** An open index of ten documents takes 20 KB of heap, and a file or two that are mapped into memory. */
    private static final int MOST_OPEN = 2_000;

    private static final String INSTALLATION = "installation";
    private static final Pattern SERVER_ID = Pattern.compile("[0-9]{1,20}");

    private final Path folder;
    private final Embedder embedder;
    private final PackAnalyzer analyzer;
    private final LoadingCache<Scope, Guarded> open;

    /** An open shelf, closed once nobody uses it. */
    private static final class Guarded {
        private final DocumentShelf shelf;
        private int users;
        private boolean doomed;

        Guarded(DocumentShelf shelf) {
            this.shelf = shelf;
        }

        synchronized boolean enter() {
            users += doomed ? 0 : 1;
            return !doomed;
        }

        synchronized void leave() {
            users--;
            closeIfDone();
        }

        synchronized void doom() {
            doomed = true;
            closeIfDone();
            while (users > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void closeIfDone() {
            if (doomed && users == 0) {
                try {
                    shelf.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                notifyAll();
            }
        }
    }

    private interface Use<T> {
        T with(DocumentShelf shelf) throws IOException;
    }

    public DocumentShelves(Path folder, PackAnalyzer analyzer, Embedder embedder) {
        this(folder, analyzer, embedder, MOST_OPEN);
    }

    DocumentShelves(Path folder, PackAnalyzer analyzer, Embedder embedder, int mostOpen) {
        this.folder = folder;
        this.analyzer = analyzer;
        this.embedder = embedder;
        this.open = Caffeine.newBuilder()
                .maximumSize(mostOpen)
                .executor(Runnable::run)
                .evictionListener((@Nullable Scope scope, @Nullable Guarded shelf, RemovalCause cause) -> {
                    if (shelf != null) {
                        shelf.doom();
                    }
                })
                .build(this::opened);
    }

    /**
     * Puts a document into a scope; an earlier one with the same id goes. Each statement takes 10 to 50 ms.
     *
     * @param wanted asked at the end, when nobody else can change the index of that scope; where it says no, nothing happens
     */
    public void put(Scope scope, Source source, BooleanSupplier wanted) {
        Map<String, Embedding> vectors = new HashMap<>();
        source.passages().stream()
                .flatMap(passage ->
                        passage.statements().stream().map(statement -> ShelfEntry.inContext(passage, statement)))
                .forEach(text -> vectors.computeIfAbsent(text, embedder::statement));
        use(scope, shelf -> {
            shelf.put(source, vectors, wanted);
            return true;
        });
    }

    /** Takes a document out: when it returns, nothing of it is found. Its bytes go with {@link #erase}. */
    public void remove(Scope scope, String sourceId) {
        if (exists(scope)) {
            use(scope, shelf -> {
                shelf.remove(sourceId);
                return true;
            });
        }
    }

    /** Makes sure that no byte of what was taken out is left in the files; may take seconds. */
    public void erase(Scope scope) {
        if (exists(scope)) {
            use(scope, shelf -> {
                shelf.erase();
                return true;
            });
        }
    }

    /** The ids of the documents of the scope itself, also those that another process has put there. */
    public Set<String> ids(Scope scope) {
        return exists(scope)
                ? use(scope, shelf -> {
                    shelf.refresh();
                    return shelf.ids();
                })
                : Set.of();
    }

    /** The scopes that have an index. */
    public List<Scope> scopes() {
        try (Stream<Path> folders = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return folders.map(of -> of.getFileName().toString())
                    .filter(name ->
                            name.equals(INSTALLATION) || SERVER_ID.matcher(name).matches())
                    .map(name -> new Scope(Optional.of(name).filter(id -> !id.equals(INSTALLATION))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all documents of a scope out, with their files. */
    public void drop(Scope scope) {
        Guarded shelf = open.asMap().remove(scope);
        if (shelf != null) {
            shelf.doom();
        }
        try {
            delete(folder(scope));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FoundStatement> search(QuestionProfile asked, Scope scope, int limit) {
        return scopes(scope)
                .flatMap(s -> use(s, shelf -> shelf.search(asked.text(), asked.embedding(), limit)).stream())
                .sorted(Comparator.comparingDouble(FoundStatement::score).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<FoundStatement> passage(FoundStatement of) {
        return use(of.scope(), shelf -> shelf.passage(of.passageId()));
    }

    @Override
    public Optional<FoundStatement> statement(Scope scope, String key) {
        return scopes(scope)
                .flatMap(s -> use(s, shelf -> shelf.statement(key)).stream())
                .findFirst();
    }

    @Override
    public void close() {
        open.asMap().values().forEach(Guarded::doom);
        open.invalidateAll();
    }

    /** Those that count in a scope and have documents. */
    private Stream<Scope> scopes(Scope scope) {
        return Stream.of(scope, Scope.INSTALLATION).distinct().filter(this::exists);
    }

    private boolean exists(Scope scope) {
        return Files.isDirectory(folder(scope));
    }

    private <T> T use(Scope scope, Use<T> use) {
        Guarded shelf = open.get(scope);
        while (!shelf.enter()) {
            open.asMap().remove(scope, shelf);
            shelf = open.get(scope);
        }
        try {
            return use.with(shelf.shelf);
        } catch (IOException e) {
            throw unusable(folder(scope), e);
        } finally {
            shelf.leave();
        }
    }

    /** One that is damaged, or of another version of Lucene, begins anew and empty. */
    private Guarded opened(Scope scope) {
        Path of = folder(scope);
        try {
            Files.createDirectories(of);
            return new Guarded(DocumentShelf.open(of, scope, analyzer));
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            LOG.warn("the index of documents in {} is damaged and made again: {}", of, e.getMessage());
            return anew(of, scope);
        } catch (IOException e) {
            throw unusable(of, e);
        }
    }

    private Guarded anew(Path of, Scope scope) {
        try {
            delete(of);
            Files.createDirectories(of);
            return new Guarded(DocumentShelf.open(of, scope, analyzer));
        } catch (IOException e) {
            throw unusable(of, e);
        }
    }

    private static UncheckedIOException unusable(Path of, IOException e) {
        return new UncheckedIOException("the index of documents in " + of + " cannot be used", e);
    }

    private static void delete(Path of) throws IOException {
        try (Stream<Path> files = Files.exists(of) ? Files.walk(of) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path folder(Scope scope) {
        String name = scope.serverId().orElse(INSTALLATION);
        if (!name.equals(INSTALLATION) && !SERVER_ID.matcher(name).matches()) {
            throw new IllegalArgumentException("the id of a server has digits only");
        }
        return folder.resolve(name);
    }
}
