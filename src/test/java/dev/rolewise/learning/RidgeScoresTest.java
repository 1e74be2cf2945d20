package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.learning.RidgeScores.Example;
import dev.rolewise.question.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RidgeScoresTest {
    private static final Embedding EAST = Embedding.of(new float[] {1, 0, 0});
    private static final Embedding NORTH = Embedding.of(new float[] {0, 1, 0});
    private static final Embedding UP = Embedding.of(new float[] {0, 0, 1});

    private final List<Example> examples = List.of(
            new Example(EAST, List.of(0)),
            new Example(NORTH, List.of(1)),
            new Example(UP, List.of(1, 2)),
            new Example(EAST, List.of(0)));

    @Test
    void a_vector_that_was_learned_gets_its_labels() {
        RidgeScores scores = RidgeScores.train(examples, 3, 0.01);

        assertThat(scores.of(EAST)).satisfies(s -> assertThat(s[0]).isGreaterThan(0.9));
        assertThat(scores.of(UP)).satisfies(s -> {
            assertThat(s[1]).isGreaterThan(0.9);
            assertThat(s[2]).isGreaterThan(0.9);
            assertThat(s[0]).isCloseTo(0, within(0.1));
        });
    }

    @Test
    void a_strong_penalty_leaves_how_often_a_label_comes() {
        double[] scores = RidgeScores.train(examples, 3, 1e9).of(UP);

        assertThat(scores).containsExactly(new double[] {0.5, 0.5, 0.25}, within(1e-6));
    }

    @Test
    void the_same_examples_give_the_same_scores() {
        assertThat(RidgeScores.train(examples, 3, 1).of(NORTH))
                .isEqualTo(RidgeScores.train(examples, 3, 1).of(NORTH));
    }

    @Test
    void nothing_learned_scores_nothing() {
        assertThat(RidgeScores.train(List.of(), 2, 1).of(EAST)).containsExactly(0, 0);
    }
}
