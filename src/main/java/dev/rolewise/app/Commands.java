package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.answer.FeedbackLog;
import dev.rolewise.answer.HelpCommand;
import dev.rolewise.answer.LimitSettings;
import dev.rolewise.answer.QuestionLimits;
import dev.rolewise.answer.SourcesCommand;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.compare.CompareCommand;
import dev.rolewise.compare.ComparisonTable;
import dev.rolewise.fit.FitCommand;
import dev.rolewise.knowledge.Pack;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the commands that every surface offers, one factory method for each feature. */
final class Commands {
    private Commands() {}

    /**
     * All of them.
     *
     * @param seal for state in buttons
     * @param pictures draws where the surface can show it
     */
    static CommandRegistry of(
            Brain brain, FeedbackLog feedback, Settings settings, Clock clock, ActionSeal seal, Pictures pictures) {
        List<Command> commands = new ArrayList<>();
        commands.add(ask(brain, feedback, settings, clock));
        fit(brain.pack(), seal, pictures).ifPresent(commands::add);
        compare(brain.pack(), pictures).ifPresent(commands::add);
        commands.add(new SourcesCommand(brain.pack()));
        Command help = new HelpCommand(brain.pack(), commands);
        return new CommandRegistry(
                Stream.concat(commands.stream(), Stream.of(help)).toList());
    }

    /** Where the pack has a quiz. */
    private static Optional<Command> fit(Pack pack, ActionSeal seal, Pictures pictures) {
        return pack.quizzes().isEmpty()
                ? Optional.empty()
                : Optional.of(new FitCommand(pack, seal, pictures.results()));
    }

    /** Where the pack compares its roles. */
    private static Optional<Command> compare(Pack pack, Pictures pictures) {
        return ComparisonTable.of(pack).map(table -> new CompareCommand(table, pictures.comparisons()));
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
