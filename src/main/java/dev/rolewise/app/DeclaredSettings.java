package dev.rolewise.app;

import static dev.rolewise.app.settings.SettingKey.withDefault;
import static dev.rolewise.app.settings.SettingKey.withoutDefault;
import static dev.rolewise.app.settings.SettingKind.ADDRESS;
import static dev.rolewise.app.settings.SettingKind.COUNT;
import static dev.rolewise.app.settings.SettingKind.DATABASE;
import static dev.rolewise.app.settings.SettingKind.DISCORD_ID;
import static dev.rolewise.app.settings.SettingKind.DURATION;
import static dev.rolewise.app.settings.SettingKind.FOLDER;
import static dev.rolewise.app.settings.SettingKind.LOG_LEVEL;
import static dev.rolewise.app.settings.SettingKind.MONEY;
import static dev.rolewise.app.settings.SettingKind.NAME;
import static dev.rolewise.app.settings.SettingKind.SECRET;
import static dev.rolewise.app.settings.SettingKind.SHARE;
import static dev.rolewise.app.settings.SettingKind.SIZE;

import dev.rolewise.app.settings.SettingKey;
import dev.rolewise.question.Tier;
import java.util.List;
import java.util.stream.Stream;

/** Every setting that there is, with its default. */
final class DeclaredSettings {
    private DeclaredSettings() {}

    /**
     * All of them, in the order in which they are shown.
     *
     * @param cores number of processors
     */
    static List<SettingKey> all(int cores) {
        return Stream.of(general(cores), ModelSettings.keys(Tier.CHEAP), ModelSettings.keys(Tier.STRONG), models())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SettingKey> general(int cores) {
        return List.of(
                withoutDefault("discord.token", SECRET, "none").alsoFrom("DISCORD_TOKEN"),
                withoutDefault("discord.rest-url", ADDRESS, "Discord's own"),
                withoutDefault("discord.test-server", DISCORD_ID, "none"),
                withDefault("data-dir", FOLDER, "data"),
                withoutDefault(Storage.URL, DATABASE, "SQLite in data-dir"),
                withDefault("pack", NAME, "ai-careers"),
                withDefault("log-level", LOG_LEVEL, "info"),
                withDefault("answer.deadline", DURATION, "20s"),
                withDefault("answer.concurrency", COUNT, Integer.toString(cores)),
                withDefault("answer.queue", COUNT, "200"),
                withDefault("cache.max-bytes", SIZE, "64MiB"),
                withDefault("cache.expire-after", DURATION, "7d"),
                withDefault("cache.error-bound", SHARE, "0.01"),
                withoutDefault(SharedAnswers.URL, SECRET, "none"),
                withoutDefault(SharedAnswers.KEY, SECRET, "none: made from the bot's token"),
                withDefault("limits.member-minute", COUNT, "6"),
                withDefault("limits.member-day", COUNT, "100"),
                withDefault("limits.server-day", COUNT, "2000"),
                withDefault("limits.member-in-flight", COUNT, "2"),
                withDefault("retention.gaps", DURATION, "30d"),
                withDefault("retention.ratings", DURATION, "365d"),
                withDefault("retention.calls", DURATION, "90d"),
                withDefault("retention.left-servers", DURATION, "7d"));
    }

    private static List<SettingKey> models() {
        return List.of(
                withDefault("answer.max-model-calls", COUNT, "2"),
                withDefault("routing.strong-share", SHARE, "0.2"),
                withDefault("budget.member-day-usd", MONEY, "0.10"),
                withDefault("budget.server-day-usd", MONEY, "1.00"),
                withDefault("budget.installation-month-usd", MONEY, "10.00"),
                withDefault("budget.member-day-calls", COUNT, "50"),
                withDefault("budget.server-day-calls", COUNT, "500"),
                withDefault("budget.installation-month-calls", COUNT, "10000"));
    }
}
