package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
    @ParameterizedTest
    @CsvSource({"1+2*3, 7", "(1+2)*3, 9", "8*5*60/100, 24", "50%*8, 4", "-3+5, 2", "10-2-3, 5", "2*-3, -6"})
    void expressions_have_their_value(String expression, double value) {
        assertThat(Arithmetic.value(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x+1", "1+", "(1", "1..2", "System.exit(0)"})
    void anything_else_has_none(String expression) {
        assertThat(Arithmetic.value(expression)).isNaN();
    }

    @Test
    void endless_nesting_has_none_and_ends() {
        assertThat(Arithmetic.value("(".repeat(50_000))).isNaN();
        assertThat(Arithmetic.value("-".repeat(50_000) + "1")).isNaN();
    }
}
