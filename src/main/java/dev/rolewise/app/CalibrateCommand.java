package dev.rolewise.app;

import dev.rolewise.app.Refit.Proposal;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.cascade.RouteLog.Routes;
import dev.rolewise.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rolewise calibrate}: fits the program to what members of this installation asked and how they rated the answers. */
@Command(
        name = "calibrate",
        description = {
            "Refit routing to what was asked in the last 90 days, to how members rated the answers, and to"
                    + " routing.strong-share; and the cache to how they rated reused answers, and to cache.error-bound.",
            "It shows what would change and on what ground; at a terminal it asks before it changes anything."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final Duration LATELY = Duration.ofDays(90);

    /** Reused answers that were rated. */
    private static final int NEWEST = 2_000;

    private final Launch launch;
    private final RootCommand root;

    @Option(names = "--apply", description = "Change it without asking.")
    private boolean apply;

    @Option(names = "--undo", description = "Take the last change back.")
    private boolean undo;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private picocli.CommandLine.Model.CommandSpec spec;

    CalibrateCommand(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        if (apply && undo) {
            throw new ParameterException(spec.commandLine(), "--apply and --undo are one too many");
        }
        try (Setup setup = root.setup();
                Services services = launch.wiring().services(setup)) {
            for (Refit refit : refits(setup, services)) {
                if (undo) {
                    say(refit, refit.undo());
                } else {
                    run(refit);
                }
            }
            return 0;
        }
    }

    /** All that can be fitted, in the order in which it is shown. */
    private static List<Refit> refits(Setup setup, Services services) throws OperatorException {
        double strongShare = setup.settings().share("routing.strong-share");
        double errorBound = setup.settings().share("cache.error-bound");
        Kept kept = kept(setup);
        return List.of(
                new RoutingRefit(services, kept.routes(), RoutingFile.in(setup.settings()), strongShare),
                new ReuseRefit(kept.reuses(), ReuseFile.in(setup.settings()), errorBound));
    }

    /** What there is to fit by. */
    private record Kept(Routes routes, List<ReuseLog.Example> reuses) {}

    private void run(Refit refit) throws OperatorException, IOException {
        Proposal proposal = refit.propose();
        if (proposal instanceof Proposal.Nothing nothing) {
            say(refit, nothing.why());
            say(refit, "nothing was changed");
            return;
        }
        Proposal.Change change = (Proposal.Change) proposal;
        change.lines().forEach(line -> say(refit, line));
        say(refit, apply || agreed() ? change.change().make() : "nothing was changed; with --apply it is");
    }

    private void say(Refit refit, String line) {
        launch.terminal().result(refit.name() + ": " + line);
    }

    private boolean agreed() throws IOException {
        if (launch.terminal().columns().isEmpty()) {
            return false;
        }
        launch.terminal().note("Change it? [y/N]");
        return launch.terminal()
                .line()
                .map(String::strip)
                .filter(typed -> typed.equalsIgnoreCase("y") || typed.equalsIgnoreCase("yes"))
                .isPresent();
    }

    /** Looking does not make a database. */
    private static Kept kept(Setup setup) throws OperatorException {
        boolean elsewhere = setup.settings().optional(Storage.URL).isPresent();
        if (!elsewhere
                && !Files.isRegularFile(setup.settings().folder("data-dir").resolve(Database.FILE))) {
            return new Kept(Routes.NONE, List.of());
        }
        try (Records records = Records.over(setup.database(), setup.clock())) {
            return new Kept(
                    records.routes().since(setup.clock().instant().minus(LATELY)),
                    records.reuses().examples(NEWEST));
        } catch (UncheckedIOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }
}
