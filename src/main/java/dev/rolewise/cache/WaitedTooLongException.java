package dev.rolewise.cache;

import java.time.Duration;

/** Another caller was computing the same answer and did not finish in the time that this one could wait. */
public final class WaitedTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitedTooLongException(Duration wait, Throwable cause) {
        super("the same answer was being computed for more than " + wait.toMillis() + " ms", cause);
    }
}
