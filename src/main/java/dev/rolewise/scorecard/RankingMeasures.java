package dev.rolewise.scorecard;

import java.util.List;
import java.util.Set;

/** How good a ranking is, with relevance that is there or not. Each is between 0 and 1; as {@code trec_eval} computes it. */
final class RankingMeasures {
    private RankingMeasures() {}

    /** Discounted cumulative gain of the first {@code depth}, beside that of a perfect ranking. */
    static double ndcg(List<String> ranking, Set<String> relevant, int depth) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < depth; i++) {
            double discount = Math.log(2) / Math.log(i + 2.0);
            gain += i < ranking.size() && relevant.contains(ranking.get(i)) ? discount : 0;
            ideal += i < relevant.size() ? discount : 0;
        }
        return gain / ideal;
    }

    /** The share of what is relevant that is among the first {@code depth}. */
    static double recall(List<String> ranking, Set<String> relevant, int depth) {
        return (double) ranking.stream().limit(depth).filter(relevant::contains).count() / relevant.size();
    }

    /** One over the rank of the first relevant one; 0 where none is among the first {@code depth}. */
    static double reciprocalRank(List<String> ranking, Set<String> relevant, int depth) {
        for (int i = 0; i < Math.min(depth, ranking.size()); i++) {
            if (relevant.contains(ranking.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
