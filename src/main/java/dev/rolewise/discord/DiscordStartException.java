package dev.rolewise.discord;

/** The bot could not start. The message is one line for the operator: what happened and how to mend it. */
public final class DiscordStartException extends Exception {
    private static final long serialVersionUID = 1L;

    DiscordStartException(String message) {
        super(message);
    }
}
