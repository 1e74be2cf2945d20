package dev.rolewise.scorecard;

import dev.rolewise.retrieval.CorpusIndex.Found;
import dev.rolewise.retrieval.CorpusIndex.Mode;
import dev.rolewise.scorecard.Figure.Unit;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * How good and how fast the search is, in one mode.
 *
 * @param mode what was searched by
 * @param figures nDCG first
 * @param broken lines that could not be used; each was reported
 */
public record RetrievalResult(Mode mode, FigureTable figures, int broken) {
    private static final int FIRST = 10;
    private static final int ALL = 100;

    /** For people. */
    public String table() {
        return figures.table();
    }

    /** For scripts: one JSON object on one line. */
    public String json() {
        return figures.json();
    }

    /** Normalised discounted cumulative gain of the first ten, the mean over the queries. */
    Figure ndcg() {
        return figures.all().get(0);
    }

    static RetrievalResult of(
            Mode mode,
            List<LabelledQuery> queries,
            List<List<Found>> rankings,
            Timings times,
            double indexSeconds,
            long indexBytes,
            int documents,
            int broken) {
        Items items = new Items(
                queries,
                rankings.stream().map(r -> r.stream().map(Found::id).toList()).toList());
        return new RetrievalResult(
                mode,
                new FigureTable(List.of(
                        Figure.mean("ndcg_at_10", "nDCG@10", items.each((r, q) -> RankingMeasures.ndcg(r, q, FIRST))),
                        Figure.mean(
                                "recall_at_100", "Recall@100", items.each((r, q) -> RankingMeasures.recall(r, q, ALL))),
                        Figure.mean(
                                "mrr_at_10",
                                "MRR@10",
                                items.each((r, q) -> RankingMeasures.reciprocalRank(r, q, FIRST))),
                        Figure.of("median_ms", "A query, median", Unit.MILLISECONDS, times.quantile(0.5)),
                        Figure.of("p99_ms", "A query, 99th percentile", Unit.MILLISECONDS, times.quantile(0.99)),
                        Figure.of("index_s", "Indexing", Unit.SECONDS, indexSeconds),
                        Figure.of("index_bytes", "Size of the index", Unit.BYTES, (double) indexBytes),
                        Figure.of("documents", "Documents", Unit.COUNT, documents),
                        Figure.of("queries", "Queries", Unit.COUNT, queries.size()))),
                broken);
    }

    private record Items(List<LabelledQuery> queries, List<List<String>> rankings) {
        List<Double> each(ToDoubleBiFunction<List<String>, Set<String>> measure) {
            return IntStream.range(0, queries.size())
                    .mapToObj(i -> measure.applyAsDouble(
                            rankings.get(i), queries.get(i).relevant()))
                    .toList();
        }
    }
}
