package dev.rolewise.server;

import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import dev.rolewise.server.SettingName.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /settings}: what those who manage a server can set. Thread-safe. */
public final class SettingsCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "settings";

    private static final String SETTING = "setting";
    private static final String VALUE = "value";
    private static final String NOT_HERE = "Settings belong to a server: please use me there.";

    private final ServerRules rules;

    public SettingsCommand(ServerRules rules) {
        this.rules = rules;
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

    /** Suggestions for the value are those of the setting that is chosen already. */
    @Override
    public List<String> complete(Caller caller, String option, String typed, Map<String, String> others) {
        String wanted = typed.toLowerCase(Locale.ROOT).strip();
        Stream<String> offered = option.equals(SETTING)
                ? Arrays.stream(SettingName.values()).map(SettingName::id)
                : SettingName.of(others.getOrDefault(SETTING, "")).stream().flatMap(n -> n.offered(rules.ceilings()));
        return offered.filter(value -> value.startsWith(wanted)).toList();
    }

    @Override
    public Reply run(CommandCall call) {
        String server = call.caller().serverId().orElseThrow();
        String which = call.subcommand().orElse("show");
        if (which.equals("show")) {
            return shown(server);
        }
        Optional<SettingName> name = SettingName.of(call.text(SETTING).orElse(""));
        if (name.isEmpty()) {
            return Reply.line("There is no such setting. There are "
                    + Arrays.stream(SettingName.values()).map(SettingName::id).collect(Collectors.joining(", ")) + ".");
        }
        Parsed parsed = which.equals("reset")
                ? new Parsed.Value(name.get().usual())
                : name.get().parse(call.text(VALUE).orElse(""), rules.ceilings());
        if (parsed instanceof Parsed.Wrong wrong) {
            return Reply.line(wrong.why());
        }
        rules.set(server, name.get(), ((Parsed.Value) parsed).value());
        return shown(server);
    }

    private Reply shown(String server) {
        Map<String, String> set = rules.kept(server);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Settings of this server"));
        for (SettingName name : SettingName.values()) {
            String value = set.getOrDefault(name.id(), name.usual());
            if (name == SettingName.CHANNELS && !value.equals(name.usual())) {
                blocks.add(new Block.Places(name.id(), List.of(value.split(" "))));
            } else {
                blocks.add(new Block.Line(true, Optional.of(name.id()), shown(name, value)));
            }
            blocks.add(new Block.Small(name.description()));
        }
        return new Reply(blocks);
    }

    /** With what the operator allows, which holds where it is less. */
    private String shown(SettingName name, String value) {
        Optional<String> most = name.most(rules.ceilings());
        boolean holds = name.parse(value, rules.ceilings()) instanceof Parsed.Value;
        String unit = name == SettingName.BUDGET_DAY_USD && !value.equals(name.usual()) ? "$" : "";
        return unit
                + value
                + most.map(m -> " (whoever runs me allows " + m + (holds ? ")" : ", and that holds)"))
                        .orElse("");
    }
}
