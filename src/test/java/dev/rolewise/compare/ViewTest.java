package dev.rolewise.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
    private final ComparisonTable table = Tables.four();

    @Test
    void what_is_encoded_is_decoded() {
        View some = new View(table.part(List.of("seasons", "tools")), 1);
        ComparisonTable largest = Tables.of(25);
        View all = new View(largest.whole(), 24);

        assertThat(View.decode(table, some.encode())).contains(some);
        assertThat(View.decode(largest, all.encode())).contains(all);
    }

    @Test
    void a_button_of_another_table_is_not_mistaken() {
        String other = new View(Tables.of(5).part(List.of("tools")), 0).encode();

        assertThat(View.decode(table, other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "g.0", "zzzzzz.0", "1.9", "1.-1", "-1.0", "1", "", "1.0.0", "1.000"})
    void anything_else_is_nothing(String rest) {
        assertThat(View.decode(table, table.key() + "." + rest)).isEmpty();
        assertThat(View.decode(table, rest)).isEmpty();
    }
}
