package dev.rolewise.cache.shared;

/** The shared server did not do what it was asked. */
abstract sealed class FaultException extends Exception permits LostException, RefusedException {
    private static final long serialVersionUID = 1L;

    FaultException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong, in words of ours, to stand in brackets; safe to log. */
    abstract String phrase();
}
