package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.answer.FeedbackLog;
import dev.rolewise.answer.HelpCommand;
import dev.rolewise.answer.LimitSettings;
import dev.rolewise.answer.QuestionLimits;
import dev.rolewise.answer.SourcesCommand;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Builds the commands that every surface offers, one factory method for each feature. */
final class Commands {
    private Commands() {}

    static CommandRegistry of(Brain brain, FeedbackLog feedback, Settings settings, Clock clock) {
        List<Command> commands = List.of(ask(brain, feedback, settings, clock), new SourcesCommand(brain.pack()));
        Command help = new HelpCommand(brain.pack(), commands);
        return new CommandRegistry(
                Stream.concat(commands.stream(), Stream.of(help)).toList());
    }

    private static Command ask(Brain brain, FeedbackLog feedback, Settings settings, Clock clock) {
        LimitSettings limits = new LimitSettings(
                settings.count("limits.member-minute"),
                settings.count("limits.member-day"),
                settings.count("limits.server-day"),
                settings.count("limits.member-in-flight"));
        return new AskCommand(
                brain.pack(),
                brain.answers(),
                new QuestionLimits(limits, clock),
                feedback,
                Ticker.systemTicker(),
                clock);
    }
}
