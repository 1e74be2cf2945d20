package dev.rolewise.loopback;

/**
 * Something that the bot did and Discord does not allow, as a test asserts that there is none.
 *
 * @param where the route and, for a body, the path inside it
 */
public record Violation(Kind kind, String where, String detail) {

    /** What rule was broken. */
    public enum Kind {
        /** The interaction was acknowledged after its time; Discord answers 10062. */
        ACKNOWLEDGED_TOO_LATE,
        /** Discord answers 40060. */
        ACKNOWLEDGED_TWICE,
        /** The acknowledgement does not fit the interaction, such as a modal answered by a modal. */
        WRONG_ACKNOWLEDGEMENT,
        /** A webhook of an interaction was used before it was acknowledged; Discord answers 10015. */
        WEBHOOK_TOO_EARLY,
        /** A webhook was used after the interaction's token had died; Discord answers 50027. */
        TOKEN_EXPIRED,
        /** A documented limit of a message, modal, command or choice; Discord answers 50035. */
        LIMIT,
        /** The body does not fit Discord's OpenAPI document. */
        SCHEMA,
        /** The message, interaction or token is not known. */
        UNKNOWN_TARGET,
        /** The loopback Discord does not know the route. */
        UNKNOWN_ROUTE
    }

    @Override
    public String toString() {
        return kind + " at " + where + ": " + detail;
    }
}
