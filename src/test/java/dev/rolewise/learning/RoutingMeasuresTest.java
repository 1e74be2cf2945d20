package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.learning.RoutingMeasures.Scored;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingMeasuresTest {
    @Test
    void who_sends_first_what_gains_recovers_all_at_once() {
        RoutingMeasures oracle = RoutingMeasures.of(
                List.of(new Scored(9, 0, 1), new Scored(3, 1, 1), new Scored(2, 1, 1), new Scored(1, 0, 0)));

        assertThat(oracle.apgr()).isCloseTo(0.875, within(1e-9));
        assertThat(oracle.cpt50()).isEqualTo(0.25);
        assertThat(oracle.cpt80()).isEqualTo(0.25);
    }

    @Test
    void who_sends_it_last_recovers_nothing_until_the_end() {
        RoutingMeasures worst = RoutingMeasures.of(
                List.of(new Scored(0, 0, 1), new Scored(3, 1, 1), new Scored(2, 1, 1), new Scored(1, 0, 0)));

        assertThat(worst.apgr()).isCloseTo(0.125, within(1e-9));
        assertThat(worst.cpt50()).isEqualTo(1);
    }

    @Test
    void chance_is_one_half() {
        Random random = new Random(5);
        List<Scored> prompts = IntStream.range(0, 4000)
                .mapToObj(i -> new Scored(random.nextDouble(), random.nextInt(2), 1))
                .toList();

        RoutingMeasures chance = RoutingMeasures.of(prompts);

        assertThat(chance.apgr()).isCloseTo(0.5, within(0.03));
        assertThat(chance.cpt50()).isCloseTo(0.5, within(0.04));
        assertThat(chance.cpt80()).isCloseTo(0.8, within(0.04));
    }

    @Test
    void the_interval_holds_the_figure() {
        Random random = new Random(5);
        List<Scored> prompts = IntStream.range(0, 300)
                .mapToObj(i -> new Scored(i, random.nextInt(300) < i ? 0 : 1, 1))
                .toList();

        Interval interval = RoutingMeasures.intervals(prompts).apgr();

        assertThat(interval.figure()).isEqualTo(RoutingMeasures.of(prompts).apgr());
        assertThat(interval.figure()).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isBetween(0.01, 0.2);
        assertThat(RoutingMeasures.intervals(prompts).apgr()).isEqualTo(interval);
    }

    @Test
    void prompts_with_the_same_score_count_the_same_in_any_order() {
        RoutingMeasures tied =
                RoutingMeasures.of(List.of(new Scored(1, 0, 1), new Scored(1, 0, 0), new Scored(1, 0, 0)));

        assertThat(tied)
                .isEqualTo(RoutingMeasures.of(List.of(new Scored(1, 0, 0), new Scored(1, 0, 0), new Scored(1, 0, 1))));
        assertThat(tied.apgr()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void models_that_are_equal_leave_nothing_to_measure() {
        assertThat(RoutingMeasures.of(List.of(new Scored(1, 1, 1), new Scored(2, 0, 0)))
                        .apgr())
                .isNaN();
    }
}
