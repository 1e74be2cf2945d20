package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.store.DatabaseException.Kind;
import dev.rolewise.store.Outage.Use;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Outage outage = new Outage(nanos::get);
    private int tried;

    @Test
    void a_lost_server_is_looked_for_once_a_pause_and_everybody_else_fails_at_once() {
        assertFails(Use.WRITE, failing(Kind.LOST));
        assertFails(Use.WRITE, failing(Kind.LOST));
        assertFails(Use.READ, failing(Kind.LOST));
        assertThat(tried).isEqualTo(1);

        nanos.addAndGet(Outage.PAUSE.toNanos());
        assertFails(Use.WRITE, () -> {
            assertFails(Use.READ, this::working);
            return failing(Kind.LOST).get();
        });
        assertThat(tried).isEqualTo(2);
    }

    @Test
    void it_is_used_again_as_soon_as_one_has_found_it() {
        assertFails(Use.READ, failing(Kind.LOST));
        nanos.addAndGet(Outage.PAUSE.toNanos());

        assertThat(outage.<String>watch(Use.READ, this::working)).isEqualTo("done");
        assertThat(outage.<String>watch(Use.WRITE, this::working)).isEqualTo("done");
    }

    @Test
    void a_fault_of_one_call_keeps_no_other_from_trying() {
        assertFails(Use.WRITE, failing(Kind.FAULT));
        assertFails(Use.WRITE, failing(Kind.FAULT));
        assertThat(outage.<String>watch(Use.WRITE, this::working)).isEqualTo("done");

        assertThat(tried).isEqualTo(3);
    }

    @Test
    void the_end_of_the_program_is_no_outage() {
        assertFails(Use.WRITE, failing(Kind.ENDED));

        assertThat(outage.<String>watch(Use.WRITE, this::working)).isEqualTo("done");
    }

    private void assertFails(Use use, Supplier<String> work) {
        assertThatThrownBy(() -> outage.watch(use, work))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("why");
    }

    private Supplier<String> failing(Kind kind) {
        return () -> {
            tried++;
            throw new DatabaseException(kind, "why");
        };
    }

    private String working() {
        tried++;
        return "done";
    }
}
