package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.FoundStatement;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The documents of one scope in an index of their own on disk: one entry for each statement, found by its words and those of
 * its heading (BM25), and by its meaning (HNSW). Thread-safe. What is removed leaves no byte in its files.
 */
final class DocumentShelf implements Closeable {
    private static final String SOURCE = "source";
    private static final String KEY = "key";
    private static final String TITLE = "title";
    private static final String PASSAGE = "passage";
    private static final String HEADING = "heading";
    private static final String STATEMENT = "statement";
    private static final String WORDS = "words";
    private static final String VECTOR = "vector";

    /** Parts of a heading are kept with this between them; no text holds it. */
    private static final String BETWEEN = "\u001f";

    /** Statements that each half hands to the fusion. */
    private static final int CANDIDATES = 40;

    private final PackAnalyzer analyzer;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private DocumentShelf(PackAnalyzer analyzer, Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.analyzer = analyzer;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    static DocumentShelf open(Path folder, PackAnalyzer analyzer) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setCommitOnClose(true));
        return new DocumentShelf(analyzer, directory, writer, new SearcherManager(writer, null));
    }

    /** Puts a document there; an earlier one with the same id goes. The vectors are by the texts of its statements. */
    synchronized void put(Source source, Map<String, Embedding> vectors) throws IOException {
        List<Document> entries = source.passages().stream()
                .flatMap(passage ->
                        passage.statements().stream().map(statement -> entry(source, passage, statement, vectors)))
                .toList();
        boolean replaces = has(source.id());
        writer.updateDocuments(new Term(SOURCE, source.id()), entries);
        finish(replaces);
    }

    synchronized void remove(String sourceId) throws IOException {
        writer.deleteDocuments(new Term(SOURCE, sourceId));
        finish(true);
    }

    boolean has(String sourceId) throws IOException {
        return with(searcher -> searcher.count(new TermQuery(new Term(SOURCE, sourceId))) > 0);
    }

    /** How many statements it holds. */
    int size() throws IOException {
        return with(searcher -> searcher.getIndexReader().numDocs());
    }

    List<FoundStatement> search(String text, Embedding meaning, int limit) throws IOException {
        return with(searcher -> {
            Map<Integer, Float> words = hits(searcher, wordQuery(text));
            Map<Integer, Float> near = hits(searcher, new KnnFloatVectorQuery(VECTOR, meaning.values(), CANDIDATES));
            double best = words.values().stream().mapToDouble(w -> w).max().orElse(0);
            StoredFields stored = searcher.storedFields();
            List<FoundStatement> found = new java.util.ArrayList<>();
            for (int number : Stream.concat(words.keySet().stream(), near.keySet().stream())
                    .distinct()
                    .toList()) {
                double cosine = near.containsKey(number) ? 2 * near.get(number) - 1 : 0;
                double score = Fusion.PACK.score(cosine, words.getOrDefault(number, 0f), best);
                found.add(statement(stored.document(number), score, cosine));
            }
            found.sort(
                    java.util.Comparator.comparingDouble(FoundStatement::score).reversed());
            return List.copyOf(found.subList(0, Math.min(limit, found.size())));
        });
    }

    Optional<FoundStatement> statement(String key) throws IOException {
        return with(searcher -> {
            ScoreDoc[] hits = searcher.search(new TermQuery(new Term(KEY, key)), 1).scoreDocs;
            return hits.length == 0
                    ? Optional.<FoundStatement>empty()
                    : Optional.of(statement(searcher.storedFields().document(hits[0].doc), 0, 0));
        });
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    /** Makes it last and seen. After a removal the files are written anew, without what was removed. */
    private void finish(boolean removed) throws IOException {
        if (removed) {
            writer.forceMergeDeletes(true);
        }
        writer.commit();
        searchers.maybeRefreshBlocking();
        writer.deleteUnusedFiles();
    }

    private Document entry(Source source, Passage passage, Statement statement, Map<String, Embedding> vectors) {
        Embedding vector = Objects.requireNonNull(vectors.get(statement.text()), "every statement has a vector");
        Document entry = new Document();
        entry.add(new StringField(SOURCE, source.id(), Field.Store.YES));
        entry.add(new StringField(KEY, statement.key(), Field.Store.YES));
        entry.add(new StoredField(TITLE, source.title()));
        entry.add(new StoredField(PASSAGE, passage.id()));
        entry.add(new StoredField(HEADING, String.join(BETWEEN, passage.heading())));
        entry.add(new StoredField(STATEMENT, statement.text()));
        entry.add(new TextField(WORDS, String.join(" ", passage.heading()) + "\n" + statement.text(), Field.Store.NO));
        entry.add(new KnnFloatVectorField(VECTOR, vector.values(), VectorSimilarityFunction.DOT_PRODUCT));
        return entry;
    }

    private static FoundStatement statement(Document entry, double score, double cosine) {
        return new FoundStatement(
                entry.get(SOURCE),
                entry.get(TITLE),
                List.of(entry.get(HEADING).split(BETWEEN, -1)),
                entry.get(PASSAGE),
                entry.get(KEY),
                entry.get(STATEMENT),
                score,
                cosine);
    }

    private static Map<Integer, Float> hits(IndexSearcher searcher, Query query) throws IOException {
        Map<Integer, Float> hits = new HashMap<>();
        for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
            hits.put(hit.doc, hit.score);
        }
        return hits;
    }

    private Query wordQuery(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        analyzer.terms(text).stream()
                .distinct()
                .limit(IndexSearcher.getMaxClauseCount())
                .forEach(term -> query.add(new TermQuery(new Term(WORDS, term)), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    private <T> T with(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
