package dev.rolewise.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands of the bot by name. Immutable. */
public final class CommandRegistry {
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** Throws {@link IllegalArgumentException} where two commands have one name. */
    public CommandRegistry(List<Command> commands) {
        for (Command command : commands) {
            if (this.commands.putIfAbsent(command.spec().name(), command) != null) {
                throw new IllegalArgumentException(
                        "two commands are called " + command.spec().name());
            }
        }
    }

    /** All commands, in the order in which they were given. */
    public Collection<Command> all() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /** The command with that name, if there is one. */
    public Optional<Command> named(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** The command that is offered on messages under that label, if there is one. */
    public Optional<Command> onMessage(String label) {
        return new ArrayList<>(commands.values())
                .stream()
                        .filter(c -> c.spec().onMessage().filter(label::equals).isPresent())
                        .findFirst();
    }
}
