package dev.rolewise.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The database cannot be used. The message is one line for the operator: what is wrong and how to mend it. */
public final class DatabaseException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** What it says about the time after it. */
    enum Kind {
        /** The database works no more, or not yet: because of its disk, its rights, its server. */
        FAULT,
        /** There is no way to the server; trying again at once would only take time. */
        LOST,
        /** This program has ended its use of it. */
        ENDED
    }

    private final Kind kind;

    DatabaseException(Kind kind, String message, Throwable cause) {
        super(message, cause instanceof IOException io ? io : new IOException(cause));
        this.kind = kind;
    }

    DatabaseException(String message, Throwable cause) {
        this(Kind.FAULT, message, cause);
    }

    DatabaseException(Kind kind, String message) {
        this(kind, message, new IOException(message));
    }

    DatabaseException(String message) {
        this(Kind.FAULT, message);
    }

    Kind kind() {
        return kind;
    }
}
