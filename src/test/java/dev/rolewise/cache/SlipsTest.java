package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource({
        "designer, desinger, true",
        "suitable, sutable, true",
        "suitable, suittable, true",
        "suitable, suitables, true",
        "suitable, suitible, false",
        "germany, germnay, true",
        "interview, interview~, false",
        "rust, rusty, false",
        "berlin, merlin, false",
        "berlin, berlin, false"
    })
    void a_letter_too_many_too_few_or_two_swapped_is_a_slip(String one, String other, boolean slip) {
        assertThat(Slips.isSlip(one, other)).isEqualTo(slip);
        assertThat(Slips.isSlip(other, one)).isEqualTo(slip);
    }
}
