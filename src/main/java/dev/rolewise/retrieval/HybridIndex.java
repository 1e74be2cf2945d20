package dev.rolewise.retrieval;

import dev.rolewise.question.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * One index over texts with titles: BM25 over the words of both, those of the title counting a little more, and an HNSW
 * graph over the vectors, where there are any. In memory. Thread-safe.
 */
final class HybridIndex implements AutoCloseable {
    private static final String TEXT = "text";
    private static final String TITLE = "title";
    private static final String VECTOR = "vector";
    private static final String NUMBER = "number";

    /** A word in the title counts so much beside the same word in title and text. */
    private static final float TITLE_WEIGHT = 0.3f;

    /** Entries that each half finds; of the rest the other half's score alone counts. */
    private static final int BY_WORDS = 1000;

    private static final int BY_MEANING = 200;

    private final PackAnalyzer words;
    private final List<Embedding> vectors;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final int[] numbers;

    /** What is indexed. */
    record Entry(String title, String text) {}

    /**
     * What was found.
     *
     * @param number place of the entry in the list that was indexed
     * @param cosine similarity of meaning
     * @param bm25 word score, 0 where no word matched
     */
    record Match(int number, double cosine, double bm25) {}

    /**
     * Builds the index.
     *
     * @param entries are known by their place in this list
     * @param vectors one for each entry, or none at all: then there is no search by meaning
     */
    HybridIndex(PackAnalyzer words, List<Entry> entries, List<Embedding> vectors) {
        this.words = words;
        this.vectors = List.copyOf(vectors);
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words))) {
                for (int i = 0; i < entries.size(); i++) {
                    writer.addDocument(document(i, entries.get(i)));
                }
                writer.forceMerge(1);
            }
            this.reader = DirectoryReader.open(directory);
            this.numbers = numbers(reader);
            this.searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries that share words with {@code text} or are near to {@code meaning}. */
    List<Match> search(String text, Embedding meaning) {
        Map<Integer, Double> shared = byWords(text);
        Set<Integer> found = new LinkedHashSet<>(nearest(meaning));
        found.addAll(shared.keySet());
        return found.stream()
                .map(number -> new Match(number, cosine(meaning, number), shared.getOrDefault(number, 0.0)))
                .toList();
    }

    /** The BM25 scores of the entries that share words with {@code text}. */
    Map<Integer, Double> byWords(String text) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        hits(wordQuery(text), BY_WORDS).forEach((number, score) -> scores.put(number, (double) score));
        return scores;
    }

    /** The entries nearest to {@code meaning}, the nearest first. */
    Set<Integer> nearest(Embedding meaning) {
        return hits(new KnnFloatVectorQuery(VECTOR, meaning.values(), BY_MEANING), BY_MEANING)
                .keySet();
    }

    /** Cosine of an entry's vector. */
    double cosine(Embedding meaning, int number) {
        return meaning.cosine(vectors.get(number));
    }

    /** Size of the index. */
    long bytes() {
        try {
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Integer, Float> hits(Query query, int limit) {
        try {
            Map<Integer, Float> scores = new LinkedHashMap<>();
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                scores.put(numbers[hit.doc], hit.score);
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers by Lucene's own, which merging segments may shuffle. */
    private static int[] numbers(DirectoryReader reader) throws IOException {
        int[] numbers = new int[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = DocValues.getNumeric(leaf.reader(), NUMBER);
            while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                numbers[leaf.docBase + values.docID()] = (int) values.longValue();
            }
        }
        return numbers;
    }

    private Query wordQuery(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.terms(text).stream()
                .distinct()
                .limit(IndexSearcher.getMaxClauseCount() / 2)
                .forEach(term -> {
                    query.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.SHOULD);
                    query.add(
                            new BoostQuery(new TermQuery(new Term(TITLE, term)), TITLE_WEIGHT),
                            BooleanClause.Occur.SHOULD);
                });
        return query.build();
    }

    private Document document(int number, Entry entry) {
        Document document = new Document();
        document.add(new TextField(TEXT, entry.title() + "\n" + entry.text(), Field.Store.NO));
        document.add(new TextField(TITLE, entry.title(), Field.Store.NO));
        if (!vectors.isEmpty()) {
            document.add(new KnnFloatVectorField(
                    VECTOR, vectors.get(number).values(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        document.add(new NumericDocValuesField(NUMBER, number));
        return document;
    }
}
