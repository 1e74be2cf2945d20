package dev.rolewise.command;

/** Who sees a reply. */
public enum Audience {
    /** Everybody in the channel. */
    EVERYBODY,
    /** Only who called or pressed. */
    CALLER,
    /** Whoever sees the reply that the button stands below. */
    SAME,
    /** The reply takes the place of the one that the button or menu stands below. For actions only. */
    IN_PLACE
}
