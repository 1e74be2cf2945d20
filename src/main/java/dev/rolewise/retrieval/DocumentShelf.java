package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Source;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.SleepingLockWrapper;
import org.apache.lucene.util.BytesRef;

/**
 * The documents of one scope in an index of their own on disk: one entry for each statement, found by its words and those of
 * its heading (BM25), and by its meaning (HNSW). Thread-safe.
 *
 * <p>Several processes may have the same one open. Each writes only while it changes something, one at a time: a writer waits
 * for another at most 10 s and then throws {@link org.apache.lucene.store.LockObtainFailedException}. What another process
 * wrote is seen from the next {@link #refresh} on.
 */
final class DocumentShelf implements Closeable {
    private static final long WAIT_MILLIS = 10_000;
    private static final long POLL_MILLIS = 20;

    /** Up to so many statements stand in one segment: fewer files, and a quicker search. */
    private static final int ONE_SEGMENT = 2_000;

    private static final double FEW_SEGMENTS = 2;

    /** Segments up to this size are merged as if they had it, and are one file each, which opens quickly. */
    private static final double SMALL_MEBIBYTES = 8;

    /** Raised when what an entry holds changes: the index of another format is made again from the documents. */
    private static final String FORMAT = "2";

    private static final String FORMAT_KEY = "format";

    private final Scope scope;
    private final PackAnalyzer analyzer;
    private final Directory directory;
    private final SearcherManager searchers;
    private volatile Counted counted = new Counted(this, Set.of());

    private DocumentShelf(Scope scope, PackAnalyzer analyzer, Directory directory, SearcherManager searchers) {
        this.scope = scope;
        this.analyzer = analyzer;
        this.directory = directory;
        this.searchers = searchers;
    }

    /** Opens the one of that scope in a folder; an empty one where it is missing or was written by another version. */
    static DocumentShelf open(Path folder, Scope scope, PackAnalyzer analyzer) throws IOException {
        Directory directory = new SleepingLockWrapper(FSDirectory.open(folder), WAIT_MILLIS, POLL_MILLIS);
        if (!readable(directory)) {
            IndexWriterConfig anew = settings(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
            try (IndexWriter writer = new IndexWriter(directory, anew)) {
                writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
            }
        }
        return new DocumentShelf(scope, analyzer, directory, new SearcherManager(directory, null));
    }

    private static boolean readable(Directory directory) throws IOException {
        return DirectoryReader.indexExists(directory)
                && FORMAT.equals(
                        SegmentInfos.readLatestCommit(directory).getUserData().get(FORMAT_KEY));
    }

    /**
     * Puts a document there; an earlier one with the same id goes. The vectors are by {@link ShelfEntry#inContext}.
     *
     * @param wanted asked when no other process can change the index any more; where it says no, nothing happens
     */
    synchronized void put(Source source, Map<String, Embedding> vectors, BooleanSupplier wanted) throws IOException {
        List<Document> entries = ShelfEntry.of(source, vectors);
        write(writer -> {
            if (wanted.getAsBoolean()) {
                writer.updateDocuments(new Term(ShelfEntry.SOURCE, source.id()), entries);
                writer.forceMergeDeletes(true);
                if (writer.getDocStats().numDocs <= ONE_SEGMENT) {
                    writer.forceMerge(1);
                }
            }
        });
    }

    /** Takes a document out of what is found; its bytes stay in the files until {@link #erase}. Takes milliseconds. */
    synchronized void remove(String sourceId) throws IOException {
        write(writer -> writer.deleteDocuments(new Term(ShelfEntry.SOURCE, sourceId)));
    }

    /** Writes the files anew where something was taken out, without it; takes up to seconds. */
    synchronized void erase() throws IOException {
        if (with(searcher -> searcher.getIndexReader().hasDeletions())) {
            write(writer -> writer.forceMergeDeletes(true));
        }
    }

    /** Sees what other processes have written. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** The ids of its documents; counted again only where something has changed. */
    Set<String> ids() throws IOException {
        return with(searcher -> {
            Object state = searcher.getIndexReader().getReaderCacheHelper().getKey();
            Counted last = counted;
            if (!last.state().equals(state)) {
                last = new Counted(state, ids(searcher));
                counted = last;
            }
            return last.ids();
        });
    }

    /** The ids of the documents in a state of the index. */
    private record Counted(Object state, Set<String> ids) {}

    private static Set<String> ids(IndexSearcher searcher) throws IOException {
        Set<String> ids = new TreeSet<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), ShelfEntry.SOURCE);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef id = each.next(); id != null; id = each.next()) {
            if (searcher.count(new TermQuery(new Term(ShelfEntry.SOURCE, id))) > 0) {
                ids.add(id.utf8ToString());
            }
        }
        return Collections.unmodifiableSet(ids);
    }

    /** The statements that share words with {@code text} or are near to {@code meaning}, best first. */
    List<FoundStatement> search(String text, Embedding meaning, int limit) throws IOException {
        return with(searcher -> ShelfSearch.of(searcher, scope, analyzer.terms(text), meaning, limit));
    }

    Optional<FoundStatement> statement(String key) throws IOException {
        return with(searcher -> ShelfSearch.byKey(searcher, scope, key));
    }

    /** Statements of one passage, in their order. */
    List<FoundStatement> passage(String passageId) throws IOException {
        return with(searcher -> ShelfSearch.passage(searcher, scope, passageId));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        directory.close();
    }

    /** Makes a change last and seen. */
    private void write(Change change) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, settings(analyzer))) {
            change.to(writer);
            writer.commit();
            searchers.maybeRefreshBlocking();
        }
    }

    /** Merged on the writing thread, and to few segments; where something is to be erased, nothing of it stays. */
    private static IndexWriterConfig settings(PackAnalyzer analyzer) {
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(FEW_SEGMENTS);
        merging.setFloorSegmentMB(SMALL_MEBIBYTES);
        merging.setForceMergeDeletesPctAllowed(0);
        merging.setNoCFSRatio(1);
        merging.setMaxCFSSegmentSizeMB(SMALL_MEBIBYTES);
        return new IndexWriterConfig(analyzer)
                .setMergePolicy(merging)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(true);
    }

    private <T> T with(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private interface Change {
        void to(IndexWriter writer) throws IOException;
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
