package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.scorecard.Threshold.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    @Test
    void the_cut_tells_both_sides_apart() {
        assertThat(Threshold.best(List.of(
                        new Example(0.9, true),
                        new Example(0.2, false),
                        new Example(0.8, true),
                        new Example(0.3, false),
                        new Example(0.1, true))))
                .isEqualTo(0.8);
    }

    @Test
    void with_one_side_alone_everything_is_above() {
        assertThat(Threshold.best(List.of(new Example(0.9, true), new Example(0.2, true))))
                .isEqualTo(0.2);
    }

    @Test
    void without_examples_nothing_is_cut() {
        assertThat(Threshold.best(List.of())).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
