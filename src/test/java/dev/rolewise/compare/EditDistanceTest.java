package dev.rolewise.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"tools,tools,0", "tools,tool,1", "tolos,tools,1", "tuls,tools,2", "'',pay,3", "pay,'',3", "ab,ba,1"})
    void a_slip_is_a_letter_missing_more_wrong_or_swapped(String one, String other, int slips) {
        assertThat(EditDistance.of(one, other)).isEqualTo(slips);
    }
}
