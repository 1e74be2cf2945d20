package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "7, PT7S",
        "' 7 ', PT7S",
        "1.5, PT1.5S",
        "3600, PT1H",
        "3601, PT1H",
        "999999999, PT1H",
        "99999999999999999999, PT1H",
        "'Sat, 21 Nov 2026 12:00:30 GMT', PT30S",
        "'Sat, 21 Nov 2026 11:00:00 GMT', PT0S",
        "'Sun, 21 Nov 2027 12:00:00 GMT', PT1H"
    })
    void seconds_and_dates_are_waits_of_an_hour_at_most(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOON)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "2026-11-21T12:00:30Z", "Sat, 21 Nov", "7s", "NaN"})
    void anything_else_is_no_wait(String header) {
        assertThat(RetryAfter.parse(header, NOON)).isEmpty();
    }
}
