package dev.rolewise.discord;

import dev.rolewise.command.Command;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.interactions.command.CommandImpl;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import net.dv8tion.jda.internal.requests.restaction.CommandListUpdateActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord which commands there are, when it does not know them already. A failure is logged and not thrown: what was
 * registered before goes on working.
 *
 * <p>Goes below JDA's public face, since that reaches a server's commands only through a cached server, and the test server
 * may be another shard's.
 */
final class CommandRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);
    private static final long TIMEOUT_SECONDS = 30;

    private final JDA jda;
    private final Optional<String> testServer;

    CommandRegistration(JDA jda, Optional<String> testServer) {
        this.jda = jda;
        this.testServer = testServer;
    }

    /** Blocks for one or two calls. */
    void register(CommandRegistry commands) {
        List<CommandData> wanted = wanted(commands);
        String where = testServer.map(id -> "in server " + id).orElse("globally");
        try {
            if (fingerprints(registered()).equals(fingerprints(wanted))) {
                LOG.info("{} commands are registered {} already", wanted.size(), where);
                return;
            }
            update(wanted);
            LOG.info("Registered {} commands {}", wanted.size(), where);
        } catch (RuntimeException e) {
            LOG.error("Could not register the commands {}: {}. {}", where, RestFailures.reason(e), remedy());
        }
    }

    static List<CommandData> wanted(CommandRegistry commands) {
        List<CommandData> wanted = new ArrayList<>();
        for (Command command : commands.all()) {
            CommandSpec spec = command.spec();
            wanted.add(slash(spec));
            spec.onMessage()
                    .map(Commands::message)
                    .map(c -> c.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM))
                    .ifPresent(wanted::add);
        }
        return wanted;
    }

    private static SlashCommandData slash(CommandSpec spec) {
        SlashCommandData slash = Commands.slash(spec.name(), spec.description())
                .addOptions(options(spec))
                .addSubcommands(spec.subcommands().stream()
                        .map(sub -> new SubcommandData(sub.name(), sub.description()).addOptions(options(sub)))
                        .toList());
        return spec.who() == CommandSpec.Access.MANAGERS
                ? slash.setContexts(InteractionContextType.GUILD)
                        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                : slash.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
    }

    private static List<OptionData> options(CommandSpec spec) {
        return spec.options().stream().map(CommandRegistration::option).toList();
    }

    private static OptionData option(Option option) {
        boolean text = option.kind() == Option.Kind.TEXT;
        OptionData data = new OptionData(
                type(option.kind()),
                option.name(),
                option.description(),
                option.required(),
                text && option.completes());
        if (text && option.maxLength() > 0) {
            data.setMaxLength(option.maxLength());
        }
        if (option.kind() == Option.Kind.NUMBER) {
            data.setMinValue(0.0);
        }
        return data;
    }

    private static OptionType type(Option.Kind kind) {
        return switch (kind) {
            case TEXT -> OptionType.STRING;
            case NUMBER -> OptionType.NUMBER;
            case YES_NO -> OptionType.BOOLEAN;
            case FILE -> OptionType.ATTACHMENT;
        };
    }

    private List<CommandData> registered() {
        String application = jda.getSelfUser().getApplicationId();
        Route.CompiledRoute route = testServer
                .map(id -> Route.Interactions.GET_GUILD_COMMANDS.compile(application, id))
                .orElseGet(() -> Route.Interactions.GET_COMMANDS.compile(application))
                .withQueryParams("with_localizations", "true");
        return new RestActionImpl<List<CommandData>>(jda, route, (response, request) -> read(response.getArray()))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .complete();
    }

    private List<CommandData> read(DataArray commands) {
        return commands.stream(DataArray::getObject)
                .map(json -> new CommandImpl((JDAImpl) jda, null, json))
                .map(CommandData::fromCommand)
                .toList();
    }

    private void update(List<CommandData> wanted) {
        String application = jda.getSelfUser().getApplicationId();
        Route.CompiledRoute route = testServer
                .map(id -> Route.Interactions.UPDATE_GUILD_COMMANDS.compile(application, id))
                .orElseGet(() -> Route.Interactions.UPDATE_COMMANDS.compile(application));
        new CommandListUpdateActionImpl(jda, null, route)
                .addCommands(wanted)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .complete();
    }

    /** By type and name, so that the order does not count. Where a server's commands may be used is not up to us. */
    private Map<String, Map<String, Object>> fingerprints(List<CommandData> commands) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        for (CommandData command : commands) {
            DataObject json = DataObject.fromJson(command.toData().toJson());
            if (testServer.isPresent()) {
                json.remove("contexts").remove("integration_types");
            }
            all.put(command.getType() + " " + command.getName(), json.toMap());
        }
        return all;
    }

    private String remedy() {
        return testServer.isPresent()
                ? "Check that discord.test-server is the right id and that the bot was added there by its invite link."
                : "Those registered before go on working; start again later.";
    }
}
