package dev.rolewise.server;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import dev.rolewise.server.ServerRules.Name;
import dev.rolewise.server.ServerRules.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /settings}: what those who manage a server can set. Thread-safe. */
public final class SettingsCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "settings";

    private static final String SETTING = "setting";
    private static final String VALUE = "value";
    private static final String NOT_HERE = "Settings belong to a server: please use me there.";

    private final ServerRules rules;
    private final SettingsStore store;

    public SettingsCommand(ServerRules rules, SettingsStore store) {
        this.rules = rules;
        this.store = store;
    }

    @Override
    public CommandSpec spec() {
        Option setting = new Option(SETTING, "Which setting", Option.Kind.TEXT, true, 40, true);
        return CommandSpec.forManagers(
                NAME,
                "Set how I behave in this server",
                CommandSpec.of("show", "Show what is set"),
                CommandSpec.of(
                        "set",
                        "Change a setting",
                        setting,
                        new Option(VALUE, "Its value", Option.Kind.TEXT, true, 600, true)),
                CommandSpec.of("reset", "Go back to the default", setting));
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Optional<Reply> decline(CommandCall call) {
        return call.caller().serverId().isEmpty() ? Optional.of(Reply.aside(NOT_HERE)) : Optional.empty();
    }

    @Override
    public List<String> complete(Caller caller, String option, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT).strip();
        Stream<String> offered = option.equals(SETTING)
                ? Arrays.stream(Name.values()).map(Name::id)
                : Stream.of("all", "public", "private", "both", "own-first", "own-only");
        return offered.filter(value -> value.startsWith(wanted)).toList();
    }

    @Override
    public Reply run(CommandCall call) {
        String server = call.caller().serverId().orElseThrow();
        String which = call.subcommand().orElse("show");
        if (which.equals("show")) {
            return shown(server);
        }
        Optional<Name> name = Name.of(call.text(SETTING).orElse(""));
        if (name.isEmpty()) {
            return Reply.line("There is no such setting. There are "
                    + String.join(
                            ", ", Arrays.stream(Name.values()).map(Name::id).toList()) + ".");
        }
        Parsed parsed = which.equals("reset")
                ? new Parsed.Value(name.get().usual())
                : ServerRules.parse(name.get(), call.text(VALUE).orElse(""));
        if (parsed instanceof Parsed.Wrong wrong) {
            return Reply.line(wrong.why());
        }
        rules.set(server, name.get(), ((Parsed.Value) parsed).value());
        return shown(server);
    }

    @Override
    public Reply act(ActionCall call) {
        return Command.super.act(call);
    }

    private Reply shown(String server) {
        Map<String, String> set = store.of(server);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Settings of this server"));
        for (Name name : Name.values()) {
            String value = set.getOrDefault(name.id(), name.usual());
            if (name == Name.CHANNELS && !value.equals(name.usual())) {
                blocks.add(new Block.Places(name.id(), List.of(value.split(" "))));
            } else {
                blocks.add(new Block.Line(true, Optional.of(name.id()), value));
            }
            blocks.add(new Block.Small(name.description()));
        }
        return new Reply(blocks);
    }
}
