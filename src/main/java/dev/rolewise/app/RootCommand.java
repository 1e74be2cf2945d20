package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.scorecard.AnswerJson;
import dev.rolewise.scorecard.Batch;
import dev.rolewise.scorecard.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code rolewise} and its commands that have no commands of their own. */
@Command(
        name = "rolewise",
        description = "A Discord bot that answers career questions from its sources, and shows them.",
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Without a command: the bot, where a Discord token is set (DISCORD_TOKEN), and the terminal chat otherwise.",
            "Results go to standard output, everything else to standard error.",
            "Exit status: 0 done; 1 it ran and failed; 2 wrong usage."
        })
final class RootCommand implements Callable<Integer> {
    static final String TOKEN = "discord.token";

    private final Launch launch;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "The folder with the configuration. Default: config, where there is one; else the packed one.")
    private @Nullable Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Say how it is used.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Say which version this is.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean version;

    RootCommand(Launch launch) {
        this.launch = launch;
    }

    /** Reads the settings, with the folder that the command line names. */
    Setup setup() throws Exception {
        return launch.setup(Optional.ofNullable(config));
    }

    @Override
    public Integer call() throws Exception {
        try (Setup setup = setup()) {
            if (setup.settings().optional(TOKEN).isPresent()) {
                return SurfaceRun.of("discord", setup, launch.wiring()::discord);
            }
            launch.terminal().note("No Discord token is set (DISCORD_TOKEN), so this is the terminal chat.");
            return SurfaceRun.of("chat", setup, launch.wiring()::chat);
        }
    }

    @Command(description = "Run the bot on Discord. Needs a token in DISCORD_TOKEN or discord.token.")
    int discord() throws Exception {
        try (Setup setup = setup()) {
            if (setup.settings().optional(TOKEN).isEmpty()) {
                throw new OperatorException(
                        "no Discord token is set: put it into DISCORD_TOKEN; \"rolewise chat\" needs none");
            }
            return SurfaceRun.of("discord", setup, launch.wiring()::discord);
        }
    }

    @Command(
            description = {
                "Chat in the terminal. No Discord account is needed.",
                "Where standard input is no terminal, it is read line by line to its end; /commands work."
            })
    int chat() throws Exception {
        try (Setup setup = setup()) {
            return SurfaceRun.of("chat", setup, launch.wiring()::chat);
        }
    }

    @Command(description = {"Answer one question.", "Put -- before a question that begins with a dash."})
    int ask(
            @Option(names = "--json", description = "Print the answer as one line of JSON.") boolean json,
            @Mixin TierChoice tier,
            @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question; quotes are not needed.")
                    List<String> words)
            throws Exception {
        String text = String.join(" ", words);
        try (Setup setup = setup();
                Services services = launch.wiring().services(setup)) {
            Answer answer = services.ask(Question.of(text), tier.options(services, false));
            launch.terminal().result(json ? AnswerJson.line(text, answer) : AskedAnswer.text(answer));
            return 0;
        }
    }

    @Command(
            description = {
                "Answer many questions: JSON lines in, JSON lines out, in the same order.",
                "A line holds an id and either a question or turns, such as",
                "  {\"id\": \"1\", \"question\": \"Which of the two roles needs more maths?\"}",
                "  {\"id\": \"2\", \"turns\": [{\"question\": \"…\"}, {\"question\": \"…\"}]}",
                "Of a conversation the last answer is written. A broken line is reported, and the rest goes on."
            })
    int batch(
            @Option(names = "--in", required = true, paramLabel = "FILE", description = "The questions.") Path in,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the answers go.")
                    Path out,
            @Option(names = "--no-cache", description = "Answer each question anew.") boolean noCache,
            @Mixin TierChoice tier)
            throws Exception {
        try (Setup setup = setup();
                Services services = launch.wiring().services(setup)) {
            Terminal terminal = launch.terminal();
            AskOptions options = tier.options(services, noCache);
            Tally tally = new Batch(question -> services.ask(question, options), terminal::note)
                    .run(launch.startedIn().resolve(in), launch.startedIn().resolve(out));
            terminal.note(String.format(
                    Locale.ROOT, "%d answered into %s, %d broken", tally.answered(), out, tally.broken()));
            return tally.broken() == 0 ? 0 : 1;
        }
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rolewise " + text()};
        }

        static String text() {
            String built = RootCommand.class.getPackage().getImplementationVersion();
            return built == null ? "(not from a jar)" : built;
        }
    }
}
