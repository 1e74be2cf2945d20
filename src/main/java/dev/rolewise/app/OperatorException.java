package dev.rolewise.app;

/** Something that whoever runs the program can mend; the message is one line that says what is wrong and how. */
public final class OperatorException extends Exception {
    private static final long serialVersionUID = 1L;

    public OperatorException(String message) {
        super(message);
    }

    public OperatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
