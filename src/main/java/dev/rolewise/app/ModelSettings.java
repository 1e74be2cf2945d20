package dev.rolewise.app;

import dev.rolewise.app.settings.SettingKey;
import dev.rolewise.app.settings.SettingKind;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cascade.model.Secret;
import dev.rolewise.cascade.model.TierSettings;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of the model tiers and of what they may spend. */
final class ModelSettings {
    private ModelSettings() {}

    /** The settings of one tier. */
    static List<SettingKey> keys(Tier tier) {
        String prefix = prefix(tier);
        return List.of(
                SettingKey.withoutDefault(prefix + "provider", SettingKind.NAME, "none: this tier is not set up"),
                SettingKey.withoutDefault(prefix + "base-url", SettingKind.ADDRESS, "the provider's own"),
                SettingKey.withoutDefault(prefix + "model", SettingKind.LINE, "none"),
                SettingKey.withoutDefault(prefix + "api-key", SettingKind.SECRET, "none"),
                SettingKey.withDefault(prefix + "max-output-tokens", SettingKind.COUNT, "600"),
                SettingKey.withDefault(prefix + "json-schema", SettingKind.FLAG, "false"),
                SettingKey.withoutDefault(prefix + "headers", SettingKind.LINE, "none"),
                SettingKey.withoutDefault(prefix + "extra-body", SettingKind.LINE, "none"));
    }

    /** How a tier reaches its model; empty where it is not set up. */
    static Optional<TierSettings> tier(Tier tier, Settings settings) throws SettingsException {
        String prefix = prefix(tier);
        Optional<String> provider = settings.optional(prefix + "provider");
        Optional<String> model = settings.optional(prefix + "model");
        if (provider.isEmpty() && model.isEmpty()) {
            return Optional.empty();
        }
        if (provider.isEmpty() || model.isEmpty()) {
            String missing = prefix + (provider.isEmpty() ? "provider" : "model");
            throw new SettingsException(missing + " is missing: a tier needs both its provider and its model");
        }
        try {
            return Optional.of(new TierSettings(
                    provider.get(),
                    settings.address(prefix + "base-url"),
                    model.get(),
                    settings.optional(prefix + "api-key").map(Secret::of),
                    settings.count(prefix + "max-output-tokens"),
                    settings.flag(prefix + "json-schema"),
                    settings.optional(prefix + "headers")
                            .map(TierSettings::headersIn)
                            .orElse(Map.of()),
                    settings.optional(prefix + "extra-body")
                            .map(TierSettings::extraBodyIn)
                            .orElse(Map.of())));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(prefix + e.getMessage());
        }
    }

    static BudgetSettings budget(Settings settings) {
        return new BudgetSettings(
                Usd.parse(settings.text("budget.member-day-usd")),
                Usd.parse(settings.text("budget.server-day-usd")),
                Usd.parse(settings.text("budget.installation-month-usd")),
                settings.count("budget.member-day-calls"),
                settings.count("budget.server-day-calls"),
                settings.count("budget.installation-month-calls"));
    }

    /** What the names of a tier's settings begin with. */
    static String prefix(Tier tier) {
        return "tiers." + tier.name().toLowerCase(Locale.ROOT) + ".";
    }
}
