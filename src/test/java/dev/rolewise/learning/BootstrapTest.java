package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    /** The standard error of the share of 100 coins is 0.05, and 1.96 times that is 0.098. */
    @Test
    void the_interval_is_as_wide_as_theory_says_and_the_same_in_every_run() {
        List<Double> coins = IntStream.range(0, 100).mapToObj(i -> i % 2.0).toList();

        Interval interval = Bootstrap.interval(coins, BootstrapTest::mean);

        assertThat(interval.figure()).isEqualTo(0.5);
        assertThat(interval.low()).isCloseTo(0.402, within(0.021));
        assertThat(interval.high()).isCloseTo(0.598, within(0.021));
        assertThat(Bootstrap.interval(coins, BootstrapTest::mean)).isEqualTo(interval);
    }

    @Test
    void items_that_are_all_the_same_leave_no_doubt() {
        assertThat(Bootstrap.interval(Collections.nCopies(9, 1.0), BootstrapTest::mean))
                .isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void samples_without_a_figure_do_not_count() {
        Interval interval = Bootstrap.interval(List.of(1.0, 0.0), coins -> mean(coins) == 0 ? Double.NaN : mean(coins));

        assertThat(interval).isEqualTo(new Interval(0.5, 0.5, 1));
        assertThat(Bootstrap.interval(List.<Double>of(), BootstrapTest::mean).low())
                .isNaN();
    }

    @Test
    void counts_add_up_to_as_many_as_there_are() {
        int[][] counts = Bootstrap.counts(7);

        assertThat(counts).hasNumberOfRows(Bootstrap.SAMPLES);
        assertThat(List.of(counts))
                .allSatisfy(sample -> assertThat(IntStream.of(sample).sum()).isEqualTo(7));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }
}
