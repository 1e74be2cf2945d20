package dev.rolewise.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Gate gate = new Gate();

    @Test
    void three_failures_in_a_row_close_it() {
        assertThat(gate.failed(0)).isFalse();
        assertThat(gate.failed(0)).isFalse();
        assertThat(gate.lets(0)).isTrue();
        assertThat(gate.failed(0)).isTrue();
        assertThat(gate.lets(0)).isFalse();
    }

    @Test
    void failures_that_are_not_in_a_row_do_not() {
        for (int i = 0; i < 10; i++) {
            gate.failed(0);
            gate.failed(0);
            gate.succeeded();
        }

        assertThat(gate.lets(0)).isTrue();
    }

    @Test
    void a_closed_one_lets_one_try_every_five_seconds() {
        close();

        assertThat(gate.lets(5 * SECOND - 1)).isFalse();
        assertThat(gate.lets(5 * SECOND)).isTrue();
        assertThat(gate.lets(5 * SECOND)).isFalse();
        gate.failed(6 * SECOND);
        assertThat(gate.lets(11 * SECOND - 1)).isFalse();
        assertThat(gate.lets(11 * SECOND)).isTrue();
    }

    @Test
    void a_try_that_succeeds_opens_it() {
        close();
        gate.succeeded();

        assertThat(gate.lets(0)).isTrue();
    }

    private void close() {
        gate.failed(0);
        gate.failed(0);
        gate.failed(0);
    }
}
