package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.cache.ReuseCalibration.Example;
import dev.rolewise.cache.ReuseCalibration.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReuseCalibrationTest {
    @ParameterizedTest
    @CsvSource({
        // Clopper and Pearson's one-sided limits: 1 - doubt^(1/n) for none wrong; the others as R's binom.test gives
        // them
        "0, 10, 0.05, 0.25887",
        "0, 299, 0.05, 0.00997",
        "1, 10, 0.05, 0.39416",
        "5, 100, 0.05, 0.10225",
        "10, 10, 0.05, 1",
        "0, 0, 0.05, 1"
    })
    void the_upper_limit_is_that_of_clopper_and_pearson(int wrong, int n, double doubt, double limit) {
        assertThat(ReuseCalibration.upperLimit(wrong, n, doubt)).isCloseTo(limit, within(5e-5));
    }

    @Test
    void many_right_examples_lower_the_threshold() {
        Result result = ReuseCalibration.calibrate(examples(2_000, 0.5, 0), 0.01, 0.9);

        assertThat(result.enough()).isTrue();
        assertThat(result.threshold()).isCloseTo(0.45, within(1e-9));
        assertThat(result.atMost()).isLessThan(0.01);
    }

    @Test
    void wrong_examples_raise_it_above_them() {
        List<Example> examples = examples(2_000, 0.8, 0);
        examples.addAll(examples(100, 0.6, 100));

        Result result = ReuseCalibration.calibrate(examples, 0.01, 0.5);

        assertThat(result.enough()).isTrue();
        assertThat(result.threshold()).isBetween(0.6, 0.8);
        assertThat(result.wrong()).isZero();
    }

    @Test
    void too_few_examples_are_said_and_the_safer_threshold_stays() {
        List<Example> examples = examples(20, 0.8, 0);
        examples.add(new Example(0.7, false));

        Result kept = ReuseCalibration.calibrate(examples, 0.01, 0.75);
        Result raised = ReuseCalibration.calibrate(examples, 0.01, 0.5);

        assertThat(kept.enough()).isFalse();
        assertThat(kept.threshold()).isEqualTo(0.75);
        assertThat(raised.threshold()).isGreaterThan(0.7);
        assertThat(raised.words()).contains("too little", "0 of 20");
    }

    @Test
    void without_examples_nothing_changes() {
        Result result = ReuseCalibration.calibrate(List.of(), 0.01, ReuseCalibration.SHIPPED);

        assertThat(result.threshold()).isEqualTo(ReuseCalibration.SHIPPED);
        assertThat(result.enough()).isFalse();
    }

    @Test
    void a_bound_that_is_no_share_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReuseCalibration.calibrate(List.of(), 0, 0.5))
                .withMessageContaining("cache.error-bound");
    }

    private static List<Example> examples(int n, double similarity, int wrong) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            examples.add(new Example(similarity, i >= wrong));
        }
        return examples;
    }
}
