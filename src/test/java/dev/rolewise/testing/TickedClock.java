package dev.rolewise.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes with a ticker, from the first of January 2026 on. Thread-safe. */
public final class TickedClock extends Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Ticker ticker;

    public TickedClock(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(ticker.read());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
