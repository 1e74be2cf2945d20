package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void marks_far_apart_stay_where_they_are() {
        assertThat(Spread.apart(new double[] {0, 0.5, 1}, 0.03)).containsExactly(0, 0.5, 1);
    }

    @Test
    void marks_at_the_same_place_stand_side_by_side_around_it() {
        assertThat(Spread.apart(new double[] {0.5, 0.5}, 0.04))
                .containsExactly(new double[] {0.48, 0.52}, within(1e-9));
    }

    @Test
    void a_crowd_at_an_end_keeps_its_distances_and_stays_near_the_end() {
        double[] places = Spread.apart(new double[] {1, 1, 1, 1, 1}, 0.03);

        for (int i = 1; i < places.length; i++) {
            assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(0.03 - 1e-3);
        }
        assertThat(places[4]).isLessThanOrEqualTo(1.015 + 1e-9);
        assertThat(Spread.apart(new double[] {0, 0, 0}, 0.03)[0]).isGreaterThanOrEqualTo(-0.015 - 1e-9);
    }
}
