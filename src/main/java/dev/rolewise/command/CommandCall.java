package dev.rolewise.command;

import java.util.Map;
import java.util.Optional;

/**
 * One call of a command. What it holds was typed by a person and is not trusted.
 *
 * @param caller who calls, and where
 * @param subcommand which of the command's things is called, where it has several
 * @param texts text options by name; an option that was not given is absent
 * @param flags yes-no options by name
 * @param files file options by name
 */
public record CommandCall(
        Caller caller,
        Optional<String> subcommand,
        Map<String, String> texts,
        Map<String, Boolean> flags,
        Map<String, Upload> files) {
    public CommandCall {
        files = Map.copyOf(files);
        texts = Map.copyOf(texts);
        flags = Map.copyOf(flags);
    }

    /** A call of a command that has no subcommands and takes no files. */
    public CommandCall(Caller caller, Map<String, String> texts, Map<String, Boolean> flags) {
        this(caller, Optional.empty(), texts, flags, Map.of());
    }

    /** The file option with that name, if it was given. */
    public Optional<Upload> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The text option with that name, if it was given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** Whether the yes-no option with that name was given as yes. */
    public boolean flag(String name) {
        return flags.getOrDefault(name, false);
    }
}
