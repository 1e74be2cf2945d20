package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void quantiles_are_times_that_were_taken() {
        AtomicLong now = new AtomicLong();
        Timings timings = new Timings(now::get);
        for (int ms : List.of(5, 1, 4, 2, 3)) {
            assertThat(timings.<Integer>take(() -> {
                        now.addAndGet(ms * 1_000_000L);
                        return ms;
                    }))
                    .isEqualTo(ms);
        }

        assertThat(timings.quantile(0.5)).isEqualTo(3);
        assertThat(timings.quantile(0.99)).isEqualTo(5);
        assertThat(timings.quantile(0)).isEqualTo(1);
        assertThat(new Timings(now::get).quantile(0.5)).isNaN();
    }
}
