package dev.rolewise.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsdTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.25, 250000000",
        "1, 1000000000",
        "0.000000001, 1",
        "10.5, 10500000000",
        "999999999.999999999, 999999999999999999"
    })
    void plain_numbers_are_read_exactly(String text, long nanos) {
        assertThat(Usd.parse(text)).isEqualTo(new Usd(nanos));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "$1",
                "1e9",
                "NaN",
                "Infinity",
                "1,000",
                ".5",
                "1.",
                "1.0000000001",
                "٣",
                "1 "
            })
    void anything_else_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> Usd.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an amount of dollars is a plain number such as 0.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | $0.00",
                "1 | $0.000000001",
                "50 | $0.00000005",
                "400000 | $0.0004",
                "449999 | $0.00045",
                "12340000 | $0.012",
                "9960000 | $0.01",
                "250000000 | $0.25",
                "100000000 | $0.10",
                "994999999 | $0.99",
                "995000000 | $1.00",
                "1200000000 | $1.20",
                "999990000000 | $999.99",
                "999996000000 | $1,000",
                "300000000000000 | $300,000",
                "-250000000 | -$0.25",
                "-9223372036854775808 | -$9,223,372,037"
            })
    void it_is_written_as_people_read_it(long nanos, String text) {
        assertThat(new Usd(nanos)).hasToString(text);
    }

    @Test
    void sums_are_exact() {
        Usd tenth = Usd.parse("0.1");

        assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(Usd.parse("0.3"));
        assertThat(tenth.times(3).minus(tenth)).isEqualTo(Usd.parse("0.2"));
        assertThat(tenth.minus(Usd.parse("0.3")).nanos()).isEqualTo(-200_000_000);
        assertThat(Usd.parse("0.3").asDouble()).isEqualTo(0.3);
    }

    @Test
    void nothing_wraps_around() {
        Usd most = new Usd(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(new Usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Usd(Long.MIN_VALUE).minus(new Usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void more_is_greater() {
        assertThat(Usd.parse("0.2")).isGreaterThan(Usd.parse("0.1"));
        assertThat(Usd.ZERO.isZero()).isTrue();
    }
}
