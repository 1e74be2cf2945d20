package dev.rolewise.cascade.model;

import java.time.Duration;

/**
 * How much a tier asks of its provider.
 *
 * @param concurrent calls at the same time, 1 to 256; one more is refused at once
 * @param failures of the last ten calls, 1 to 10, after which the provider is left alone
 * @param pause how long it is left alone before one call may try it again
 */
public record CallLimits(int concurrent, int failures, Duration pause) {
    /** Eight at once; five failures of ten; thirty seconds. */
    public static final CallLimits DEFAULT = new CallLimits(8, 5, Duration.ofSeconds(30));

    /** Calls that are looked back on. */
    static final int WINDOW = 10;

    public CallLimits {
        if (concurrent < 1 || concurrent > 256) {
            throw new IllegalArgumentException("concurrent calls have to be 1 to 256");
        }
        if (failures < 1 || failures > WINDOW) {
            throw new IllegalArgumentException("failures have to be 1 to " + WINDOW);
        }
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("the pause has to be longer than nothing");
        }
    }
}
