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
    /** A text that may be left out. */
    public static Option text(String name, String description, int maxLength) {
        return new Option(name, description, Kind.TEXT, false, maxLength, false);
    }

    /** A switch. */
    public static Option flag(String name, String description) {
        return new Option(name, description, Kind.YES_NO, false, 0, false);
    }

    /** A file that may be left out. */
    public static Option file(String name, String description) {
        return new Option(name, description, Kind.FILE, false, 0, false);
    }

    /** The same, but it must be given. */
    public Option needed() {
        return new Option(name, description, kind, true, maxLength, completes);
    }

    /** The same, with suggestions while a person types. */
    public Option completing() {
        return new Option(name, description, kind, required, maxLength, true);
    }

    /** What an option holds. */
    public enum Kind {
        TEXT,
        /** A number of zero or more, which comes in the texts of a call as a person would type it. */
        NUMBER,
        YES_NO,
        /** A file; at a terminal, its path. */
        FILE
    }
}
