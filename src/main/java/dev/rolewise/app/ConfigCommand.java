package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.Settings.Value;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rolewise config …}: looks at the settings. */
@Command(name = "config", description = "Look at the settings.")
final class ConfigCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    private int live(Settings settings) throws InterruptedException {
        Optional<String> token = settings.optional(RootCommand.TOKEN);
        if (token.isEmpty()) {
            launch.terminal().result("Discord: no token is set, so there is nothing to ask; set DISCORD_TOKEN");
            return 0;
        }
        DiscordProbe.Finding finding =
                new DiscordProbe(settings.address("discord.rest-url"), PATIENCE).probe(token.get());
        if (finding.good()) {
            launch.terminal().result(finding.line());
            return 0;
        }
        launch.terminal().note(finding.line());
        return 1;
    }
}
