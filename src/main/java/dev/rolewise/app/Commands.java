package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.answer.CostCommand;
import dev.rolewise.answer.HelpCommand;
import dev.rolewise.answer.LimitSettings;
import dev.rolewise.answer.QuestionLimits;
import dev.rolewise.answer.ServerLimits;
import dev.rolewise.answer.SourcesCommand;
import dev.rolewise.answer.StatsCommand;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.compare.CompareCommand;
import dev.rolewise.compare.ComparisonTable;
import dev.rolewise.fit.FitCommand;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Keeping;
import dev.rolewise.server.HousedCommand;
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
     * @param seal for state in buttons, and those by which answers are rated
     * @param pictures draws where the surface can show it
     */
    static CommandRegistry of(
            Installation installation,
            Records records,
            Settings settings,
            Clock clock,
            ActionSeal seal,
            Pictures pictures) {
        Brain brain = installation.brain();
        AskCommand ask = ask(installation, records, settings, clock, seal);
        List<Command> commands = new ArrayList<>();
        commands.add(ask);
        fit(brain.pack(), seal, pictures).ifPresent(commands::add);
        compare(brain.pack(), pictures).ifPresent(commands::add);
        commands.add(new SourcesCommand(brain.pack()));
        commands.add(new StatsCommand(
                records.tally(),
                records.feedback(),
                records.reuses(),
                () -> brain.answers().cacheFigures(),
                clock));
        commands.add(new CostCommand(records.tally()));
        installation.servers().ifPresent(servers -> {
            List<HousedCommand> housed = commands.stream().map(servers::housed).toList();
            commands.clear();
            commands.addAll(housed);
            commands.addAll(servers.commands(
                    ask,
                    (question, scope) -> Servers.tried(installation.diagnose(question, scope)),
                    servers.memories(ask, brain.answers(), housed, brain.shared())));
        });
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

    private static AskCommand ask(
            Installation installation, Records records, Settings settings, Clock clock, ActionSeal seal) {
        Brain brain = installation.brain();
        LimitSettings limits = new LimitSettings(
                settings.count("limits.member-minute"),
                settings.count("limits.member-day"),
                settings.count("limits.server-day"),
                settings.count("limits.member-in-flight"));
        return new AskCommand(
                brain.pack(),
                brain.answers(),
                new QuestionLimits(
                        limits,
                        server -> installation
                                .servers()
                                .map(servers -> servers.limits(server))
                                .orElse(ServerLimits.NONE),
                        clock),
                records.feedback(),
                records.reuses(),
                new AnswerNotes(records, installation.models(), installation.servers(), clock),
                seal,
                member -> installation
                        .servers()
                        .map(servers -> servers.keeping(member))
                        .orElse(Keeping.FOR_GOOD),
                Ticker.systemTicker(),
                clock);
    }
}
