package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantitiesTest {
    @Test
    void numbers_are_found_with_their_units_in_order() {
        assertThat(Quantities.of("from $100,000 to 12.5 % in 3 years")).containsExactly("$100000", "12.5%", "3");
        assertThat(Quantities.of("50k or 2 million?")).containsExactly("50k", "2million");
    }

    @Test
    void a_full_stop_after_a_number_is_no_part_of_it() {
        assertThat(Quantities.of("I am 40. And you?")).containsExactly("40");
    }

    @Test
    void a_range_is_two_numbers_and_a_version_one() {
        assertThat(Quantities.of("5-10 years of Node 18.2.1")).containsExactly("5", "10", "18.2.1");
    }

    @Test
    void a_text_without_digits_has_no_quantities() {
        assertThat(Quantities.of("many years")).isEmpty();
    }
}
