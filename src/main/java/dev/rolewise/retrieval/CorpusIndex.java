package dev.rolewise.retrieval;

import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Any collection of texts, indexed and searched as the bot does it with its passages, without what only a pack can know
 * (synonyms, roles, aspects). In memory. Thread-safe.
 */
public final class CorpusIndex implements AutoCloseable {
    /** Texts whose vectors are asked for at once, between two reports of progress. */
    private static final int CHUNK = 50;

    private final List<String> ids;
    private final HybridIndex index;
    private final Embedder embedder;

    /** What is searched by. */
    public enum Mode {
        /** Words alone: BM25. */
        LEXICAL,
        /** Meaning alone: the nearest vectors. */
        DENSE,
        /** Both, fused. */
        HYBRID
    }

    /**
     * One text of the collection.
     *
     * @param title may be empty
     */
    public record Document(String id, String title, String text) {
        String whole() {
            return title.isEmpty() ? text : title + " " + text;
        }
    }

    /**
     * A document that was found.
     *
     * @param score comparable within one search only
     */
    public record Found(String id, double score) {}

    private CorpusIndex(List<String> ids, HybridIndex index, Embedder embedder) {
        this.ids = ids;
        this.index = index;
        this.embedder = embedder;
    }

    /**
     * Indexes a collection; a vector that {@code embedder} does not know takes 10 to 150 ms.
     *
     * @param mode what it will be searched by; an index for words alone needs no vectors, a hybrid one serves all
     * @param progress is told how many documents have their vectors, now and then
     */
    public static CorpusIndex of(List<Document> documents, Mode mode, Embedder embedder, IntConsumer progress) {
        List<Embedding> vectors = mode == Mode.LEXICAL ? List.of() : vectors(documents, embedder, progress);
        HybridIndex index = new HybridIndex(
                PackAnalyzer.ofAnyText(),
                documents.stream()
                        .map(d -> new HybridIndex.Entry(d.title(), d.text()))
                        .toList(),
                vectors);
        return new CorpusIndex(documents.stream().map(Document::id).toList(), index, embedder);
    }

    /** The best documents for a question, best first; of equal ones the one that was indexed earlier. */
    public List<Found> search(String question, Mode mode, int limit) {
        return scores(question, mode).entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(limit)
                .map(e -> new Found(ids.get(e.getKey()), e.getValue()))
                .toList();
    }

    /** Size of the index: words and vectors. */
    public long bytes() {
        return index.bytes();
    }

    @Override
    public void close() {
        index.close();
    }

    private Map<Integer, Double> scores(String question, Mode mode) {
        if (mode == Mode.LEXICAL) {
            return index.byWords(question);
        }
        Embedding meaning = embedder.question(question);
        if (mode == Mode.DENSE) {
            return index.nearest(meaning).stream()
                    .collect(Collectors.toMap(number -> number, number -> index.cosine(meaning, number)));
        }
        List<HybridIndex.Match> matches = index.search(question, meaning);
        double best =
                matches.stream().mapToDouble(HybridIndex.Match::bm25).max().orElse(0);
        return matches.stream()
                .collect(Collectors.toMap(
                        HybridIndex.Match::number, m -> Fusion.ANY_TEXT.score(m.cosine(), m.bm25(), best)));
    }

    private static List<Embedding> vectors(List<Document> documents, Embedder embedder, IntConsumer progress) {
        List<Embedding> vectors = new ArrayList<>(documents.size());
        for (int from = 0; from < documents.size(); from += CHUNK) {
            List<String> texts = documents.subList(from, Math.min(documents.size(), from + CHUNK)).stream()
                    .map(Document::whole)
                    .toList();
            Map<String, Embedding> made = embedder.statements(texts);
            texts.forEach(text -> vectors.add(Objects.requireNonNull(made.get(text), "every text has a vector")));
            progress.accept(vectors.size());
        }
        return vectors;
    }
}
