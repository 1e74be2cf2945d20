package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final List<Boolean> LABELS =
            IntStream.range(0, 40).mapToObj(i -> i % 4 == 0).toList();

    @Test
    void every_example_is_held_out_once() {
        assertThat(Folds.of(LABELS, 5).stream().flatMap(List::stream))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_fold_has_its_share_of_each_label() {
        assertThat(Folds.of(LABELS, 5)).allSatisfy(fold -> {
            assertThat(fold).hasSize(8);
            assertThat(fold.stream().filter(LABELS::get)).hasSize(2);
        });
    }

    @Test
    void folds_are_the_same_in_every_run_and_not_just_blocks() {
        assertThat(Folds.of(LABELS, 5)).isEqualTo(Folds.of(LABELS, 5));
        assertThat(Folds.of(LABELS, 5).get(0)).isNotEqualTo(List.of(0, 4, 8, 12, 16, 20, 24, 28));
    }

    @Test
    void blocks_keep_the_neighbours_of_a_label_together() {
        List<List<Integer>> blocks = Folds.blocks(LABELS, 5);

        assertThat(blocks.stream().flatMap(List::stream)).hasSize(40).doesNotHaveDuplicates();
        assertThat(blocks.get(0)).containsExactly(0, 4, 1, 2, 3, 5, 6, 7);
        assertThat(Folds.blocks(List.of("a", "a"), 5))
                .filteredOn(f -> !f.isEmpty())
                .hasSize(2);
    }
}
