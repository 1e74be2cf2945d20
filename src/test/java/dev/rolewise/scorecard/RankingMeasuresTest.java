package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMeasuresTest {
    private static final double SECOND = 1 / (Math.log(3) / Math.log(2));
    private static final double THIRD = 0.5;

    @Test
    void a_perfect_ranking_gains_everything_whatever_comes_after() {
        assertThat(RankingMeasures.ndcg(List.of("a", "b", "x"), Set.of("a", "b"), 10))
                .isEqualTo(1);
        assertThat(RankingMeasures.ndcg(List.of("a"), Set.of("a"), 10)).isEqualTo(1);
    }

    @Test
    void gain_falls_with_the_logarithm_of_the_rank() {
        assertThat(RankingMeasures.ndcg(List.of("x", "a"), Set.of("a"), 10)).isCloseTo(SECOND, within(1e-12));
        assertThat(RankingMeasures.ndcg(List.of("x", "a", "b"), Set.of("a", "b"), 10))
                .isCloseTo((SECOND + THIRD) / (1 + SECOND), within(1e-12));
    }

    @Test
    void what_comes_after_the_depth_gains_nothing() {
        List<String> late = IntStream.range(0, 10).mapToObj(i -> "x" + i).toList();

        assertThat(RankingMeasures.ndcg(append(late, "a"), Set.of("a"), 10)).isZero();
        assertThat(RankingMeasures.reciprocalRank(append(late, "a"), Set.of("a"), 10))
                .isZero();
        assertThat(RankingMeasures.recall(append(late, "a"), Set.of("a"), 10)).isZero();
        assertThat(RankingMeasures.recall(append(late, "a"), Set.of("a"), 11)).isEqualTo(1);
    }

    @Test
    void the_ideal_holds_no_more_than_the_depth() {
        Set<String> many =
                Set.copyOf(IntStream.range(0, 15).mapToObj(i -> "r" + i).toList());

        assertThat(RankingMeasures.ndcg(List.copyOf(many), many, 10)).isCloseTo(1, within(1e-12));
    }

    @Test
    void recall_is_the_share_of_all_that_is_relevant() {
        assertThat(RankingMeasures.recall(List.of("a", "x", "b"), Set.of("a", "b", "c", "d"), 100))
                .isEqualTo(0.5);
    }

    @Test
    void the_first_relevant_one_counts() {
        assertThat(RankingMeasures.reciprocalRank(List.of("x", "y", "a", "b"), Set.of("a", "b"), 10))
                .isCloseTo(1 / 3.0, within(1e-12));
        assertThat(RankingMeasures.reciprocalRank(List.of(), Set.of("a"), 10)).isZero();
    }

    private static List<String> append(List<String> list, String last) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(last))
                .toList();
    }
}
