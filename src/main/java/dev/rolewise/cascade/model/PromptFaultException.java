package dev.rolewise.cascade.model;

/** A prompt file that cannot be used. Its message names the file and says what to do. */
public final class PromptFaultException extends Exception {
    private static final long serialVersionUID = 1;

    PromptFaultException(String message) {
        super(message);
    }
}
