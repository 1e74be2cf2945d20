package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.Settings.Value;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cache.shared.RedisLevel;
import dev.rolewise.cache.shared.RedisSettings;
import dev.rolewise.cascade.model.CallLimits;
import dev.rolewise.cascade.model.LiveCheck;
import dev.rolewise.cascade.model.ProviderTier;
import dev.rolewise.cascade.model.TierSettings;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.Prices;
import dev.rolewise.discord.DiscordProbe;
import dev.rolewise.discord.DiscordStartException;
import dev.rolewise.question.Tier;
import java.util.Map;
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

    @Command(
            description = {
                "Check the settings and print each with where it comes from; secrets are shown as ***.",
                "With --live, status 1 where a model, the shared cache or Discord cannot be used."
            })
    int check(
            @Option(
                            names = "--live",
                            description = "Also ask each model once, at some 60 tokens, and Discord whether the token"
                                    + " is good.")
                    boolean live)
            throws Exception {
        try (Setup setup = root.setup()) {
            setup.settings().all().stream().map(Value::toString).forEach(launch.terminal()::result);
            Optional<RedisSettings> shared = SharedAnswers.settings(setup.settings());
            if (!live) {
                return 0;
            }
            boolean models = models(setup);
            boolean sharing = shared.isEmpty() || shares(shared.get());
            return discord(setup.settings()) && models && sharing ? 0 : 1;
        }
    }

    private boolean models(Setup setup) throws OperatorException, SettingsException {
        Map<Tier, TierSettings> tiers = Models.tiers(setup);
        if (tiers.isEmpty()) {
            launch.terminal().result("models: none is set up, so every answer is made on this machine");
            return true;
        }
        Models.prompts(setup);
        Prices prices = Models.prices(setup);
        BudgetSettings budget = ModelSettings.budget(setup.settings());
        boolean good = true;
        for (Map.Entry<Tier, TierSettings> tier : tiers.entrySet()) {
            good &= answers(tier.getKey(), tier.getValue(), setup);
            TierTerms terms = TierTerms.of(tier.getKey(), tier.getValue(), prices, budget);
            launch.terminal().result(terms.price());
            terms.warnings().forEach(launch.terminal()::note);
        }
        return good;
    }

    private boolean answers(Tier tier, TierSettings settings, Setup setup) {
        try (ProviderTier model = new ProviderTier(tier, settings, CallLimits.DEFAULT, setup.clock())) {
            LiveCheck.Result result = new LiveCheck(Ticker.systemTicker())
                    .check(model, setup.settings().duration("answer.deadline"));
            if (result.good()) {
                launch.terminal().result(result.line());
            } else {
                launch.terminal().note(result.line());
            }
            return result.good();
        }
    }

    private boolean shares(RedisSettings shared) throws InterruptedException {
        Optional<String> problem = RedisLevel.problem(shared);
        if (problem.isEmpty()) {
            launch.terminal().result("shared cache: " + shared.address() + " answers");
        } else {
            launch.terminal().note("shared cache: " + shared.address() + " cannot be used: " + problem.get());
        }
        return problem.isEmpty();
    }

    private boolean discord(Settings settings) throws OperatorException, InterruptedException {
        Optional<String> token = settings.optional(RootCommand.TOKEN);
        if (token.isEmpty()) {
            launch.terminal().result("Discord: no token is set, so there is nothing to ask; set DISCORD_TOKEN");
            return true;
        }
        try {
            new DiscordProbe(DiscordSurface.settings(settings, token.get())).check();
            launch.terminal().result("Discord: the token is good");
            return true;
        } catch (DiscordStartException e) {
            launch.terminal().note("Discord: " + e.getMessage());
            return false;
        }
    }
}
