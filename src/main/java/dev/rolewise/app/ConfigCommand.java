package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.Settings.Value;
import dev.rolewise.discord.DiscordProbe;
import dev.rolewise.discord.DiscordStartException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rolewise config …}: looks at the settings. */
@Command(name = "config", description = "Look at the settings.")
final class ConfigCommand {
    private final Launch launch;
    private final RootCommand root;

    ConfigCommand(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Command(description = "Check the settings and print each with where it comes from; secrets are shown as ***.")
    int check(@Option(names = "--live", description = "Ask Discord as well whether the token is good.") boolean live)
            throws Exception {
        try (Setup setup = root.setup()) {
            setup.settings().all().stream().map(Value::toString).forEach(launch.terminal()::result);
            return live ? live(setup.settings()) : 0;
        }
    }

    private int live(Settings settings) throws OperatorException, InterruptedException {
        Optional<String> token = settings.optional(RootCommand.TOKEN);
        if (token.isEmpty()) {
            launch.terminal().result("Discord: no token is set, so there is nothing to ask; set DISCORD_TOKEN");
            return 0;
        }
        try {
            new DiscordProbe(DiscordSurface.settings(settings, token.get())).check();
            launch.terminal().result("Discord: the token is good");
            return 0;
        } catch (DiscordStartException e) {
            throw new OperatorException("Discord: " + e.getMessage(), e);
        }
    }
}
