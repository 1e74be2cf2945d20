package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Hybrid search over one pack: BM25 over the words and nearest vectors over the meaning of every passage, fused by weighted
 * scores (0.7 to 0.3), then moved by agreement of role and aspect. The index lives in memory. Thread-safe.
 */
public final class PackRetriever implements Retriever, AutoCloseable {
    private static final String TEXT = "text";
    private static final String VECTOR = "vector";
    private static final String NUMBER = "number";

    /** Passages that each half hands to the fusion. */
    private static final int CANDIDATES = 60;

    private static final double MEANING = 0.7;
    private static final double WORDS = 0.3;
    private static final double ROLE_AGREES = 0.04;
    private static final double ROLE_DIFFERS = -0.08;
    private static final double ASPECT_AGREES = 0.05;

    /** A question's cosine to one that a passage is known to answer counts from here on. */
    private static final double ASKED_FROM = 0.65;

    private static final double ASKED = 0.7;

    private final List<Passage> passages;
    private final Map<String, Embedding> vectors;
    private final List<List<Embedding>> asked;
    private final PackAnalyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Builds the index; the vectors come from {@code embedder}. */
    public PackRetriever(Pack pack, PackAnalyzer analyzer, Embedder embedder) {
        this.passages = pack.passages();
        this.analyzer = analyzer;
        this.vectors = embedder.statements(passages.stream().map(Passage::text).toList());
        this.asked = asked(pack, embedder);
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int i = 0; i < passages.size(); i++) {
                    writer.addDocument(document(i));
                }
            }
            this.reader = DirectoryReader.open(directory);
            this.searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Evidence retrieve(QuestionProfile profile, Scope scope, int limit) {
        Map<Integer, Double> words = search(wordQuery(profile.text()));
        Map<Integer, Double> meaning =
                search(new KnnFloatVectorQuery(VECTOR, profile.embedding().values(), CANDIDATES));
        double best = words.values().stream().mapToDouble(d -> d).max().orElse(1);
        Map<Integer, Double> all = new HashMap<>(meaning);
        words.forEach(all::putIfAbsent);
        for (int number = 0; number < asked.size(); number++) {
            if (askedCosine(profile.embedding(), number) > ASKED_FROM) {
                all.putIfAbsent(number, 0.0);
            }
        }
        return new Evidence(all.keySet().stream()
                .map(number -> ranked(profile, number, words.getOrDefault(number, 0.0), best))
                .sorted(Comparator.comparingDouble(RankedPassage::score).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RankedPassage ranked(QuestionProfile profile, int number, double bm25, double bestBm25) {
        Passage passage = passages.get(number);
        Embedding vector = java.util.Objects.requireNonNull(vectors.get(passage.text()), "every passage has a vector");
        double cosine = profile.embedding().cosine(vector);
        double asks = Math.max(0, askedCosine(profile.embedding(), number) - ASKED_FROM);
        double score = MEANING * cosine + ASKED * asks + WORDS * bm25 / bestBm25 + agreement(profile, passage);
        return new RankedPassage(passage, score, cosine, bm25);
    }

    /** How near a question comes to one that a statement of the passage is known to answer; 0 where none is known. */
    private double askedCosine(Embedding question, int number) {
        return asked.get(number).stream().mapToDouble(question::cosine).max().orElse(0);
    }

    private static List<List<Embedding>> asked(Pack pack, Embedder embedder) {
        return pack.passages().stream()
                .map(passage -> passage.statements().stream()
                        .flatMap(statement -> pack.askedOf(statement).stream())
                        .toList())
                .map(questions -> List.copyOf(embedder.questions(questions).values()))
                .toList();
    }

    private static double agreement(QuestionProfile profile, Passage passage) {
        double boost = 0;
        if (!profile.roles().isEmpty() && !passage.roles().isEmpty()) {
            boost += profile.roles().stream().anyMatch(passage.roles()::contains) ? ROLE_AGREES : ROLE_DIFFERS;
        }
        if (profile.aspect().filter(passage.aspect()::equals).isPresent()) {
            boost += ASPECT_AGREES;
        }
        return boost;
    }

    private Map<Integer, Double> search(Query query) {
        try {
            Map<Integer, Double> scores = new HashMap<>();
            for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
                int number = searcher.storedFields()
                        .document(hit.doc)
                        .getField(NUMBER)
                        .numericValue()
                        .intValue();
                scores.put(number, (double) hit.score);
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query wordQuery(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        analyzer.terms(text).stream()
                .distinct()
                .limit(IndexSearcher.getMaxClauseCount())
                .forEach(term -> query.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    private Document document(int number) {
        Passage passage = passages.get(number);
        Document document = new Document();
        document.add(new TextField(TEXT, String.join(" ", passage.heading()) + "\n" + passage.text(), Field.Store.NO));
        document.add(new KnnFloatVectorField(
                VECTOR,
                java.util.Objects.requireNonNull(vectors.get(passage.text()), "every passage has a vector")
                        .values(),
                VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new StoredField(NUMBER, number));
        return document;
    }
}
