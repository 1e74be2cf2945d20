package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopHookTest {
    private final List<Integer> ended = new ArrayList<>();

    /** A surface that ends when told to, if it listens. */
    private static final class Fake implements Surface {
        private int stops;

        @Override
        public int run() {
            return 0;
        }

        @Override
        public void stop() {
            stops++;
        }

        @Override
        public void close() {}
    }

    @Test
    void an_end_in_good_order_is_status_0() {
        Fake surface = new Fake();
        StopHook hook = new StopHook(surface, Duration.ofSeconds(10), ended::add);
        hook.finished();

        hook.asked();

        assertThat(surface.stops).isEqualTo(1);
        assertThat(ended).containsExactly(0);
    }

    @Test
    void a_surface_that_does_not_end_is_left_to_the_runtime() {
        StopHook hook = new StopHook(new Fake(), Duration.ofMillis(1), ended::add);

        hook.asked();

        assertThat(ended).isEmpty();
    }
}
