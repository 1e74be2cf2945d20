package dev.rolewise.cache.shared;

/** The shared server answered with an error. */
final class RefusedException extends FaultException {
    private static final long serialVersionUID = 1L;

    /** {@code code} is what the error begins with, such as {@code OOM}: up to 20 capital letters. */
    RefusedException(String code, Throwable cause) {
        super(code, cause);
    }

    String code() {
        return String.valueOf(getMessage());
    }

    @Override
    String phrase() {
        return "it says " + code();
    }
}
