package dev.rolewise.app.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their units as they are written in settings. Nine digits at most, so that nothing overflows. */
final class Units {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([1-9][0-9]{0,8}) ?([A-Za-z]+)");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    private static final Map<String, ChronoUnit> TIMES = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final Map<String, Long> SIZES = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Units() {}

    static Optional<Duration> duration(String text) {
        Matcher m = NUMBER_AND_UNIT.matcher(text);
        return m.matches()
                ? Optional.ofNullable(TIMES.get(m.group(2))).map(unit -> Duration.of(Long.parseLong(m.group(1)), unit))
                : Optional.empty();
    }

    static Optional<Long> size(String text) {
        Matcher m = NUMBER_AND_UNIT.matcher(text);
        return m.matches()
                ? Optional.ofNullable(SIZES.get(m.group(2))).map(unit -> unit * Long.parseLong(m.group(1)))
                : Optional.empty();
    }

    static Optional<Integer> count(String text) {
        return COUNT.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
