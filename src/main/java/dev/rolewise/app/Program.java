package dev.rolewise.app;

import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.scorecard.UnusableFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program: reads the command line and does what it says.
 *
 * <p>What goes wrong becomes one line on standard error and an exit status; no stack trace is shown.
 */
public final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int WIDTH = 100;

    private final Launch launch;

    Program(Launch launch) {
        this.launch = launch;
    }

    /** The program as the process that it runs in sees it. */
    @ProcessBoundary("the clock, the environment and the folder that it was started in")
    public static Program ofProcess() {
        boolean colours = System.getenv("NO_COLOR") == null;
        Composition composition = new Composition(colours);
        return new Program(
                new Launch(Terminal.ofProcess(), System.getenv(), Path.of(""), Clock.systemUTC(), composition));
    }

    /** Runs a command to its end; gives the exit status: 0 done, 1 it ran and failed, 2 wrong usage. */
    public int run(String... args) {
        try {
            return commandLine().execute(args);
        } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
            return unexpected(e);
        }
    }

    private CommandLine commandLine() {
        RootCommand root = new RootCommand(launch);
        return new CommandLine(root)
                .addSubcommand(new CompareAtTerminal(launch, root))
                .addSubcommand(new FitAtTerminal(launch, root))
                .addSubcommand(new CostAtTerminal(launch, root))
                .addSubcommand(new CalibrateCommand(launch, root))
                .addSubcommand(new KnowledgeCommand(launch, root))
                .addSubcommand(new BackupAtTerminal(launch, root))
                .addSubcommand(new RestoreAtTerminal(launch, root))
                .addSubcommand(new ConfigCommand(launch, root))
                .addSubcommand(
                        new CommandLine(new EvalCommand(launch, root)).addSubcommand(new EvalAllCommand(launch, root)))
                .setOut(launch.terminal().results())
                .setErr(launch.terminal().notes())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, args) -> wrongUsage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    }

    private int wrongUsage(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String problem = e instanceof UnmatchedArgumentException unknown
                ? "there is no command or option " + unknown.getUnmatched().get(0)
                : e.getMessage();
        launch.terminal().note(String.format(Locale.ROOT, "%s; \"%s --help\" says how it is used", problem, command));
        return WRONG_USAGE;
    }

    private int failed(Exception thrown) {
        Exception e = thrown instanceof CommandLine.ExecutionException && thrown.getCause() instanceof Exception cause
                ? cause
                : thrown;
        if (e instanceof ParameterException wrong) {
            return wrongUsage(wrong);
        }
        if (e instanceof SettingsException settings) {
            settings.faults().forEach(launch.terminal()::note);
            return FAILED;
        }
        if (e instanceof OperatorException || e instanceof PackFaultsException || e instanceof UnusableFileException) {
            launch.terminal().note(String.valueOf(e.getMessage()));
            return FAILED;
        }
        return unexpected(e);
    }

    /** The id ties what the person sees to the log. */
    private int unexpected(Throwable e) {
        String id = Long.toString(launch.clock().millis(), Character.MAX_RADIX);
        LOG.debug("unexpected, id {}", id, e);
        launch.terminal()
                .note(String.format(
                        Locale.ROOT,
                        "Something went wrong that should not (%s, id %s); ROLEWISE_LOG_LEVEL=debug shows more",
                        e.getClass().getSimpleName(),
                        id));
        return FAILED;
    }
}
