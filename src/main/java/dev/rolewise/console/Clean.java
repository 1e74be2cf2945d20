package dev.rolewise.console;

import java.util.regex.Pattern;

/** Takes out of a text what would drive a terminal instead of being shown: escape sequences and control characters. */
final class Clean {
    private static final Pattern SEQUENCE = Pattern.compile("(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?"
            + "|(?:\\x1B[\\]PX^_]|[\\x9D\\x90\\x98\\x9E\\x9F])[^\\x07\\x1B\\x9C\\n]*(?:\\x07|\\x1B\\\\|\\x9C)?"
            + "|\\x1B[ -/]*[0-~]?");

    /** Control characters but the line feed, and the marks that turn the direction of what follows. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private Clean() {}

    static String text(String text) {
        String lines = text.replace("\r\n", "\n").replace('\t', ' ');
        return CONTROL.matcher(SEQUENCE.matcher(lines).replaceAll("")).replaceAll("");
    }
}
