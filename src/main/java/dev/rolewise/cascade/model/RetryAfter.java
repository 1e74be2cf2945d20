package dev.rolewise.cascade.model;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date; some providers send parts of a second. */
final class RetryAfter {
    /** Longer waits are cut to this. */
    static final Duration MAX = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.\\d{1,9})?");

    private RetryAfter() {}

    /** How long from now on; nothing where the value is neither. A date that is past is no wait. */
    static Optional<Duration> parse(String value, Clock clock) {
        String text = value.strip();
        var seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            long millis = Math.round(Double.parseDouble(text) * 1000);
            return Optional.of(capped(Duration.ofMillis(millis)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(capped(Duration.between(clock.instant(), until)));
        } catch (DateTimeException e) {
            return text.matches("\\d{10,}") ? Optional.of(MAX) : Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
