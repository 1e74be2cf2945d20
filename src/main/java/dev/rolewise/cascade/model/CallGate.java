package dev.rolewise.cascade.model;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who may call now: not too many at once, and nobody while the provider fails or has asked to be left alone. After the
 * pause one call is let through; it opens the gate again or closes it for another pause. Thread-safe; nobody waits here.
 */
final class CallGate {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Faults faults;
    private final int concurrent;
    private final Clock clock;
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    /** What a call has shown about the provider. */
    enum Shown {
        /** It is there. */
        WELL,
        /** It is not well. */
        UNWELL,
        /** Nothing: it was not asked, or we did not wait. */
        NOTHING
    }

    CallGate(String name, CallLimits limits, Faults faults, Clock clock) {
        this.faults = faults;
        this.concurrent = limits.concurrent();
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(CallLimits.WINDOW, limits.failures(), SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100F * limits.failures() / CallLimits.WINDOW)
                        .waitDurationInOpenState(limits.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .build());
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(concurrent)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** Why no call would be let in now, however much room there is. */
    Optional<Fault> closed() {
        Optional<Fault> resting = resting();
        if (resting.isPresent()) {
            return resting;
        }
        if (!breaker.tryAcquirePermission()) {
            return Optional.of(faults.breakerOpen());
        }
        breaker.releasePermission();
        return Optional.empty();
    }

    /** Lets nobody in for that long; an earlier wish for longer stays. */
    void rest(Duration time) {
        restsUntil.accumulateAndGet(clock.instant().plus(time), (a, b) -> a.isAfter(b) ? a : b);
    }

    private Optional<Fault> resting() {
        Instant until = restsUntil.get();
        Instant now = clock.instant();
        return now.isBefore(until) ? Optional.of(faults.resting(Duration.between(now, until))) : Optional.empty();
    }

    /** Lets the call in, or says why not. Each that was let in has to {@link #leave}. */
    Optional<Fault> enter() {
        Optional<Fault> resting = resting();
        if (resting.isPresent()) {
            return resting;
        }
        if (!breaker.tryAcquirePermission()) {
            return Optional.of(faults.breakerOpen());
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return Optional.of(faults.full(concurrent));
        }
        return Optional.empty();
    }

    void leave(Shown shown) {
        bulkhead.onComplete();
        switch (shown) {
            case WELL -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            case UNWELL -> breaker.onError(0, TimeUnit.MILLISECONDS, new Failed());
            case NOTHING -> breaker.releasePermission();
        }
    }

    /** The breaker wants a throwable; it is never thrown. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed() {
            super("failed", null, false, false);
        }
    }
}
