package dev.rolewise.command;

import java.util.Map;
import java.util.Optional;

/**
 * One call of a command. What it holds was typed by a person and is not trusted.
 *
 * @param caller who calls, and where
 * @param texts text options by name; an option that was not given is absent
 * @param flags yes-no options by name
 */
public record CommandCall(Caller caller, Map<String, String> texts, Map<String, Boolean> flags) {
    public CommandCall {
        texts = Map.copyOf(texts);
        flags = Map.copyOf(flags);
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
