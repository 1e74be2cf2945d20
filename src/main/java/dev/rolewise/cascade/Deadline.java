package dev.rolewise.cascade;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * When the work on a question ends, whatever is there by then.
 *
 * @param ticker measures the time
 * @param endNanos on that ticker
 */
public record Deadline(Ticker ticker, long endNanos) {
    /** That long from now. */
    public static Deadline in(Duration time, Ticker ticker) {
        return new Deadline(ticker, ticker.read() + time.toNanos());
    }

    /** What is left of it; zero where it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - ticker.read()));
    }
}
