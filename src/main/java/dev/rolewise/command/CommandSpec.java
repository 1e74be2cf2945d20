package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/**
 * How a command presents itself.
 *
 * @param name lower case, at most 32 characters; called as {@code /name}
 * @param description at most 100 characters
 * @param options required ones first; none where there are subcommands
 * @param onMessage label under which it is offered on a message ("Ask about this message"), the message's text being
 *     given as the first text option; at most 32 characters
 * @param subcommands the things that the command can do, at most 25, each called as {@code /name subname}; they have no
 *     subcommands of their own
 * @param who may use it; a surface checks it for each call, press, form and suggestion
 */
public record CommandSpec(
        String name,
        String description,
        List<Option> options,
        Optional<String> onMessage,
        List<CommandSpec> subcommands,
        Access who) {

    /** Who may use a command. */
    public enum Access {
        EVERYBODY,
        /** Those who may manage the server that they are in; at the terminal, who sits there. */
        MANAGERS;

        /** Whether that caller may. */
        public boolean admits(Caller caller) {
            return this == EVERYBODY || caller.manages();
        }
    }

    public CommandSpec {
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
        if (!options.isEmpty() && !subcommands.isEmpty()) {
            throw new IllegalArgumentException("/" + name + " has options and subcommands: Discord allows one of them");
        }
    }

    /** A command for everybody. */
    public CommandSpec(String name, String description, List<Option> options, Optional<String> onMessage) {
        this(name, description, options, onMessage, List.of(), Access.EVERYBODY);
    }

    /** A subcommand, or a command that is offered on no message. */
    public static CommandSpec of(String name, String description, Option... options) {
        return new CommandSpec(name, description, List.of(options), Optional.empty());
    }

    /** A command of several things that only those who manage the server may do. */
    public static CommandSpec forManagers(String name, String description, CommandSpec... subcommands) {
        return new CommandSpec(name, description, List.of(), Optional.empty(), List.of(subcommands), Access.MANAGERS);
    }

    /** The subcommand with that name, if there is one. */
    public Optional<CommandSpec> subcommand(String named) {
        return subcommands.stream().filter(sub -> sub.name().equals(named)).findFirst();
    }
}
