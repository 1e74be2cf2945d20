package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.learning.BinaryMeasures.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryMeasuresTest {
    private static final List<Scored> MIXED = List.of(
            new Scored(0.9, true),
            new Scored(0.7, false),
            new Scored(0.6, true),
            new Scored(0.6, false),
            new Scored(0.1, false));

    @Test
    void auc_is_the_share_of_pairs_in_the_right_order_with_ties_half() {
        assertThat(BinaryMeasures.auc(MIXED)).isCloseTo((3 + 1.5) / 6, within(1e-12));
        assertThat(BinaryMeasures.auc(List.of(new Scored(1, true), new Scored(0, false))))
                .isEqualTo(1);
        assertThat(BinaryMeasures.auc(List.of(new Scored(0, true), new Scored(1, false))))
                .isZero();
    }

    @Test
    void balanced_accuracy_weighs_both_classes_the_same() {
        assertThat(BinaryMeasures.balancedAccuracy(MIXED, 0.65)).isCloseTo((1 / 2.0 + 2 / 3.0) / 2, within(1e-12));
        assertThat(BinaryMeasures.balancedAccuracy(MIXED, 0.6)).isCloseTo((1 + 1 / 3.0) / 2, within(1e-12));
    }

    @Test
    void accuracy_counts_the_threshold_itself_as_positive() {
        assertThat(BinaryMeasures.accuracy(MIXED, 0.6)).isCloseTo(3 / 5.0, within(1e-12));
    }

    @Test
    void a_class_that_is_missing_leaves_nothing_to_measure() {
        assertThat(BinaryMeasures.auc(List.of(new Scored(1, true)))).isNaN();
        assertThat(BinaryMeasures.balancedAccuracy(List.of(new Scored(1, false)), 0.5))
                .isNaN();
    }
}
