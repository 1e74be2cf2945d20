package dev.rolewise.retrieval;

import dev.rolewise.question.Embedding;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** One search in the index of a {@link DocumentShelf}. */
final class ShelfSearch {
    /** Statements that each half hands to the fusion; those by meaning take ten times as long to find. */
    private static final int BY_WORDS = 40;

    private static final int BY_MEANING = 20;
    private static final int LONGEST_PASSAGE = 100;

    private ShelfSearch() {}

    /** An entry that was found, by Lucene's number; what it says is read only of the best, since that takes longer. */
    private record Hit(int number, double score, double cosine) {}

    /** The statements that hold some of the terms or are near to {@code meaning}, best first. */
    static List<FoundStatement> of(
            IndexSearcher searcher, Scope scope, List<String> terms, Embedding meaning, int limit) throws IOException {
        Map<Integer, Float> words = hits(searcher, anyOf(terms), BY_WORDS);
        double most = words.values().stream().mapToDouble(w -> w).max().orElse(0);
        List<Hit> best = cosines(searcher, meaning, words).entrySet().stream()
                .map(e -> hit(e.getKey(), words.getOrDefault(e.getKey(), 0f), e.getValue(), most))
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(limit)
                .toList();
        StoredFields stored = searcher.storedFields();
        List<FoundStatement> found = new ArrayList<>(best.size());
        for (Hit hit : best) {
            found.add(ShelfEntry.found(scope, stored.document(hit.number()), hit.score(), hit.cosine()));
        }
        return List.copyOf(found);
    }

    /** The statement with that key. */
    static Optional<FoundStatement> byKey(IndexSearcher searcher, Scope scope, String key) throws IOException {
        ScoreDoc[] hits = searcher.search(new TermQuery(new Term(ShelfEntry.KEY, key)), 1).scoreDocs;
        return hits.length == 0
                ? Optional.empty()
                : Optional.of(ShelfEntry.found(scope, searcher.storedFields().document(hits[0].doc), 0, 0));
    }

    /** The statements of a passage, in their order. */
    static List<FoundStatement> passage(IndexSearcher searcher, Scope scope, String passageId) throws IOException {
        Query query = new TermQuery(new Term(ShelfEntry.PASSAGE, passageId));
        StoredFields stored = searcher.storedFields();
        List<FoundStatement> statements = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, LONGEST_PASSAGE, Sort.INDEXORDER).scoreDocs) {
            statements.add(ShelfEntry.found(scope, stored.document(hit.doc), 0, 0));
        }
        return statements;
    }

    private static Hit hit(int number, float words, double cosine, double most) {
        return new Hit(number, Fusion.ANY_TEXT.score(cosine, words, most), cosine);
    }

    /** The similarities of the nearest entries and of those that were found by their words. */
    private static Map<Integer, Double> cosines(IndexSearcher searcher, Embedding meaning, Map<Integer, Float> words)
            throws IOException {
        float[] target = meaning.values();
        TreeMap<Integer, Double> cosines = new TreeMap<>();
        words.keySet().forEach(number -> cosines.put(number, 0.0));
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable FloatVectorValues vectors = null;
            for (Map.Entry<Integer, Double> entry : cosines.subMap(
                            leaf.docBase, leaf.docBase + leaf.reader().maxDoc())
                    .entrySet()) {
                vectors = vectors == null ? leaf.reader().getFloatVectorValues(ShelfEntry.VECTOR) : vectors;
                vectors.advance(entry.getKey() - leaf.docBase);
                entry.setValue((double) VectorUtil.dotProduct(target, vectors.vectorValue()));
            }
        }
        hits(searcher, new KnnFloatVectorQuery(ShelfEntry.VECTOR, target, BY_MEANING), BY_MEANING)
                .forEach((number, score) -> cosines.put(number, 2.0 * score - 1));
        return cosines;
    }

    private static Map<Integer, Float> hits(IndexSearcher searcher, Query query, int most) throws IOException {
        Map<Integer, Float> hits = new HashMap<>();
        for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
            hits.put(hit.doc, hit.score);
        }
        return hits;
    }

    private static Query anyOf(List<String> terms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.stream()
                .distinct()
                .limit(IndexSearcher.getMaxClauseCount())
                .forEach(
                        term -> query.add(new TermQuery(new Term(ShelfEntry.WORDS, term)), BooleanClause.Occur.SHOULD));
        return query.build();
    }
}
