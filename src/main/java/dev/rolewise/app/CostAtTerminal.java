package dev.rolewise.app;

import dev.rolewise.cascade.money.CostEstimate;
import dev.rolewise.cascade.money.CostQuestion;
import dev.rolewise.cascade.money.CostQuestion.Asked;
import dev.rolewise.cascade.money.CostQuestion.Refused;
import dev.rolewise.cascade.money.MeasuredShares;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseSettings;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rolewise cost}: what a month would cost, with nothing saved and with what this installation saves. */
@Command(
        name = "cost",
        description = {
            "Say what a month of a chatbot would cost: with nothing saved, and with what the answers counted in the"
                    + " data folder say of caching and cascading.",
            "Without options: 10,000 users with 30 conversations a month at $1."
        })
final class CostAtTerminal implements Callable<Integer> {
    private static final int WRONG_USAGE = 2;

    private final Launch launch;
    private final RootCommand root;

    @Option(names = "--users", paramLabel = "N", description = "How many people use it. Default: 10000.")
    private @Nullable String users;

    @Option(
            names = "--conversations",
            paramLabel = "N",
            description = "How many conversations each has in a month. Default: 30.")
    private @Nullable String conversations;

    @Option(
            names = "--price",
            paramLabel = "P",
            description = "What a conversation costs in dollars with nothing saved. Default: 1.")
    private @Nullable String price;

    CostAtTerminal(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        CostQuestion question = CostQuestion.read(
                Optional.ofNullable(users), Optional.ofNullable(conversations), Optional.ofNullable(price));
        if (question instanceof Refused refused) {
            launch.terminal().note(refused.text());
            return WRONG_USAGE;
        }
        try (Setup setup = root.setup()) {
            CostEstimate.of((Asked) question, measured(setup)).lines().forEach(launch.terminal()::result);
            return 0;
        }
    }

    /** What the answers of this installation say; looking does not make a database. */
    private static Optional<MeasuredShares> measured(Setup setup) throws OperatorException {
        DatabaseSettings place = Storage.settings(setup.settings());
        if (place.server().isEmpty() && !Files.isRegularFile(place.dataDir().resolve(Database.FILE))) {
            return Optional.empty();
        }
        try (Records records = Records.over(setup.database(), setup.clock())) {
            return MeasuredShares.of(records.tally().since(Optional.empty(), Instant.EPOCH));
        } catch (UncheckedIOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }
}
