package dev.rolewise.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the value of a setting has to look like. */
public enum SettingKind {
    /** An http or https address. */
    ADDRESS("an http or https address", "https://discord.com/api/v10/", SettingKind::isAddress),
    /** A path; a relative one counts from where the program was started. */
    FOLDER("the path of a folder", "/var/lib/rolewise", SettingKind::isPath),
    /** The name of a folder of ours. */
    NAME("a name in lower case, digits and hyphens", "ai-careers", Pattern.compile("[a-z0-9][a-z0-9-]{0,63}")),
    /** An id that Discord gave. */
    DISCORD_ID("a Discord id, which is a number", "80351110224678912", Pattern.compile("[0-9]{1,20}")),
    /** A word that nobody else may see. */
    SECRET("one word of printable characters", "the token as Discord shows it", Pattern.compile("[!-~]{1,4096}")),
    /** A span of time above zero. */
    DURATION("a whole number and one of ms, s, m, h, d", "8s", v -> Units.duration(v).isPresent()),
    /** A size in bytes above zero. */
    SIZE("a whole number and one of B, KiB, MiB, GiB", "64MiB", v -> Units.size(v).isPresent()),
    /** A whole number from 1 to 999,999,999. */
    COUNT("a whole number from 1", "200", v -> Units.count(v).isPresent()),
    /** How much is logged. */
    LOG_LEVEL("one of error, warn, info, debug, trace", "info", Pattern.compile("error|warn|info|debug|trace"));

    private final String expected;
    private final String example;
    private final Predicate<String> accepts;

    SettingKind(String expected, String example, Predicate<String> accepts) {
        this.expected = expected;
        this.example = example;
        this.accepts = accepts;
    }

    SettingKind(String expected, String example, Pattern pattern) {
        this(expected, example, pattern.asMatchPredicate());
    }

    /** What a value has to be, to go into a sentence. */
    public String expected() {
        return expected;
    }

    /** A value that would do. */
    public String example() {
        return example;
    }

    /** Whether {@code value} is one of this kind. */
    public boolean accepts(String value) {
        return accepts.test(value);
    }

    static Optional<URI> address(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String value) {
        return address(value).isPresent();
    }

    private static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isBlank();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
