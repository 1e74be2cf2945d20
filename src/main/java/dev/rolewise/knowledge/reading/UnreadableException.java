package dev.rolewise.knowledge.reading;

/** A document that the reading process refuses; the message is a sentence for who sent it. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
        super(reason);
    }

    UnreadableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
