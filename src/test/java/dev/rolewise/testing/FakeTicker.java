package dev.rolewise.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that moves only when told. */
public final class FakeTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong(1_000);

    @Override
    public long read() {
        return nanos.get();
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
