package dev.rolewise.command;

/**
 * An option of a command.
 *
 * @param name lower case, at most 32 characters
 * @param description at most 100 characters
 * @param kind what it holds
 * @param required whether a call must give it
 * @param maxLength longest text in characters, at most 6,000; 0 where it does not matter
 * @param completes whether {@link Command#complete} suggests values while a person types
 */
public record Option(String name, String description, Kind kind, boolean required, int maxLength, boolean completes) {
    /** What an option holds. */
    public enum Kind {
        TEXT,
        /** A number of zero or more, which comes in the texts of a call as a person would type it. */
        NUMBER,
        YES_NO
    }
}
