package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.Calibration.Proposal;
import dev.rolewise.question.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final RouteThresholds CURRENT = new RouteThresholds(0.5, 0.8, 0.1);
    private static final List<Double> QUESTIONS =
            IntStream.range(0, 100).mapToObj(i -> i / 100.0).toList();

    @Test
    void below_the_floor_it_declines_and_says_so() {
        Proposal proposal = Calibration.propose(judged(49, 0.3, Tier.LOCAL, 1), QUESTIONS, CURRENT, 0.2);

        assertThat(proposal).isInstanceOfSatisfying(Proposal.Declined.class, d -> assertThat(d.why())
                .contains("49")
                .contains("50"));
    }

    @Test
    void thresholds_that_fit_stay() {
        List<CalibrationExample> judged = judged(60, 0.2, Tier.LOCAL, 1);

        assertThat(Calibration.propose(judged, QUESTIONS, CURRENT, 0.2)).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void unhelpful_local_answers_near_the_limit_lower_it() {
        List<CalibrationExample> judged = new ArrayList<>(judged(40, 0.2, Tier.LOCAL, 0.95));
        judged.addAll(judged(20, 0.45, Tier.LOCAL, 0.3));
        judged.addAll(judged(20, 0.6, Tier.CHEAP, 0.9));

        Proposal proposal = Calibration.propose(judged, QUESTIONS, CURRENT, 0.2);

        assertThat(proposal).isInstanceOfSatisfying(Proposal.Change.class, change -> {
            assertThat(change.thresholds().localBelow()).isEqualTo(0.4);
            assertThat(change.thresholds().strongFrom()).isEqualTo(0.8);
            assertThat(change.lines())
                    .anySatisfy(line -> assertThat(line).contains("0.50 → 0.40").contains("6 of 20"));
        });
    }

    @Test
    void helpful_local_answers_beyond_the_limit_raise_it() {
        List<CalibrationExample> judged = new ArrayList<>(judged(40, 0.55, Tier.LOCAL, 0.95));
        judged.addAll(judged(20, 0.6, Tier.CHEAP, 0.8));

        assertThat(Calibration.propose(judged, QUESTIONS, CURRENT, 0.2))
                .isInstanceOfSatisfying(
                        Proposal.Change.class,
                        change -> assertThat(change.thresholds().localBelow()).isEqualTo(0.6));
    }

    @Test
    void the_strong_share_follows_what_is_asked_in_bounded_steps() {
        List<Double> harder =
                IntStream.range(0, 100).mapToObj(i -> 0.9 + i / 1000.0).toList();

        Proposal proposal = Calibration.propose(judged(60, 0.2, Tier.LOCAL, 1), harder, CURRENT, 0.2);

        assertThat(proposal).isInstanceOfSatisfying(Proposal.Change.class, change -> assertThat(
                        change.thresholds().strongFrom())
                .isBetween(0.94, 0.951));
    }

    /** So many judged answers, of which that share were helpful. */
    private static List<CalibrationExample> judged(int count, double complexity, Tier tier, double helpful) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CalibrationExample(complexity, tier, i < Math.round(helpful * count)))
                .toList();
    }
}
