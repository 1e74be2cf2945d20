package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/**
 * How a command presents itself.
 *
 * @param name lower case, at most 32 characters; called as {@code /name}
 * @param description at most 100 characters
 * @param options required ones first
 * @param onMessage label under which it is offered on a message ("Ask about this message"), the message's text being
 *     given as the first text option; at most 32 characters
 */
public record CommandSpec(String name, String description, List<Option> options, Optional<String> onMessage) {
    public CommandSpec {
        options = List.copyOf(options);
    }
}
