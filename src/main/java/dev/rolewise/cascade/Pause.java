package dev.rolewise.cascade;

import java.time.Duration;

/** How the cascade waits before it asks a model once more. */
@FunctionalInterface
public interface Pause {
    /** Returns after {@code time}, or throws where the thread is interrupted. */
    void of(Duration time) throws InterruptedException;
}
