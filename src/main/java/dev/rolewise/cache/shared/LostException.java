package dev.rolewise.cache.shared;

/** The shared server gave no answer, or none that can be read. */
final class LostException extends FaultException {
    private static final long serialVersionUID = 1L;

    /** {@code phrase} is of ours: what a server or a library says may hold anything. */
    LostException(String phrase, Throwable cause) {
        super(phrase, cause);
    }

    @Override
    String phrase() {
        return String.valueOf(getMessage());
    }
}
