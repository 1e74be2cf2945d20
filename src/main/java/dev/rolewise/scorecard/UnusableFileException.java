package dev.rolewise.scorecard;

import java.io.IOException;

/** A file that was named cannot be read or written; the message is one line that says why and what to do. */
public final class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }

    UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
