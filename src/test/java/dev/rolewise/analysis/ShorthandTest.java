package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShorthandTest {
    @ParameterizedTest
    @CsvSource({
        "how hard is it 2 become one w/o a degree ngl,how hard is it to become one without a degree",
        "saws n ropes,saws and ropes",
        "wen do ppl hire pls?,when do people hire ?",
        "LOL who climbs,who climbs"
    })
    void what_is_shortened_is_spelled_out(String typed, String meant) {
        assertThat(Shorthand.spelledOut(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 trees or 3", "which 2 are mine", "pls", "a/b", "n", ""})
    void figures_and_what_would_leave_nothing_stay(String text) {
        assertThat(Shorthand.spelledOut(text)).isEqualTo(text);
    }
}
