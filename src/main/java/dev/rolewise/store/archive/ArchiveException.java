package dev.rolewise.store.archive;

import java.io.IOException;

/** A backup cannot be made or used. The message is one line for the operator: what is wrong and how to mend it. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
