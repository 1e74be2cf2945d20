package dev.rolewise.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting that exists.
 *
 * @param name dotted, in kebab-case: {@code discord.rest-url}
 * @param kind what its value has to look like; a secret is never shown
 * @param fallback the value where none is given; empty where it may be left out
 * @param absent what is shown where there is no value at all: "none", "Discord's own"
 * @param variables environment variables that give it besides its regular one
 */
public record SettingKey(
        String name, SettingKind kind, Optional<String> fallback, String absent, List<String> variables) {
    /** What every regular environment variable begins with. */
    static final String PREFIX = "ROLEWISE_";

    public SettingKey {
        variables = List.copyOf(variables);
    }

    /** A setting with a default. */
    public static SettingKey withDefault(String name, SettingKind kind, String fallback) {
        return new SettingKey(name, kind, Optional.of(fallback), "none", List.of());
    }

    /** A setting that may be left out, with what is shown then. */
    public static SettingKey withoutDefault(String name, SettingKind kind, String absent) {
        return new SettingKey(name, kind, Optional.empty(), absent, List.of());
    }

    /** The same setting, given by one more environment variable. */
    public SettingKey alsoFrom(String variable) {
        return new SettingKey(
                name,
                kind,
                fallback,
                absent,
                Stream.concat(variables.stream(), Stream.of(variable)).toList());
    }

    /** Whether its value may never be shown; such a one can also be given by a file named in {@code …_FILE}. */
    public boolean secret() {
        return kind.secret();
    }

    /** The environment variables that give it: its short ones, then the regular one. */
    public List<String> environment() {
        String regular =
                PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Stream.concat(variables.stream(), Stream.of(regular)).toList();
    }
}
