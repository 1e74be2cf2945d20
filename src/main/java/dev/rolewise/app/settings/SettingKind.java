package dev.rolewise.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What the value of a setting has to look like. */
public enum SettingKind {
    /** An http or https address. */
    ADDRESS("an http or https address", "https://discord.com/api/v10/"),
    /** A path; a relative one counts from where the program was started. */
    FOLDER("the path of a folder", "/var/lib/rolewise"),
    /** The name of a folder of ours. */
    NAME("a name in lower case, digits and hyphens", "ai-careers"),
    /** An id that Discord gave. */
    DISCORD_ID("a Discord id, which is a number", "80351110224678912"),
    /** A word that nobody else may see. */
    SECRET("one word of printable characters", "the token as Discord shows it"),
    /** The address of a database, which may hold a password; so nobody else may see it. */
    DATABASE("the address of a PostgreSQL database", "jdbc:postgresql://localhost:5432/rolewise?user=rolewise"),
    /** A span of time above zero. */
    DURATION("a whole number and one of ms, s, m, h, d", "8s"),
    /** A size in bytes above zero. */
    SIZE("a whole number and one of B, KiB, MiB, GiB", "64MiB"),
    /** A whole number from 1 to 999,999,999. */
    COUNT("a whole number from 1", "200"),
    /** Yes or no. */
    FLAG("true or false", "true"),
    /** An amount in US dollars, zero or more. */
    MONEY("an amount in US dollars", "0.25"),
    /** A share from 0 to 1. */
    SHARE("a number from 0 to 1", "0.2"),
    /** One line of any text. */
    LINE("one line of text", "llama3.1:8b"),
    /** How much is logged. */
    LOG_LEVEL("one of error, warn, info, debug, trace", "info");

    private final String expected;
    private final String example;

    SettingKind(String expected, String example) {
        this.expected = expected;
        this.example = example;
    }

    /** What a value has to be, to go into a sentence. */
    public String expected() {
        return expected;
    }

    /** A value that would do. */
    public String example() {
        return example;
    }

    /** Whether a value of this kind may never be shown. */
    boolean secret() {
        return this == SECRET || this == DATABASE;
    }

    /** Whether {@code value} is one of this kind. */
    public boolean accepts(String value) {
        return switch (this) {
            case ADDRESS -> address(value).isPresent();
            case FOLDER -> isPath(value);
            case NAME -> value.matches("[a-z0-9][a-z0-9-]{0,63}");
            case DISCORD_ID -> value.matches("[0-9]{17,20}");
            case SECRET -> value.matches("[!-~]{1,4096}");
            case DATABASE -> value.matches("jdbc:postgresql:[!-~]{1,4096}");
            case DURATION -> Units.duration(value).isPresent();
            case SIZE -> Units.size(value).isPresent();
            case COUNT -> Units.count(value).isPresent();
            case FLAG -> value.matches("true|false");
            case MONEY -> value.matches("[0-9]{1,9}([.][0-9]{1,9})?");
            case SHARE -> value.matches("0([.][0-9]{1,6})?|1([.]0{1,6})?");
            case LINE -> value.matches("[^\\p{Cntrl}]{1,4096}");
            case LOG_LEVEL -> value.matches("error|warn|info|debug|trace");
        };
    }

    static Optional<URI> address(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean reachable = uri.getHost() != null && uri.getPort() <= 65535;
            return web && reachable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isBlank();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
