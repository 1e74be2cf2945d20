package dev.rolewise.app;

import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cascade.Cascade;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.Rung;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.cascade.model.CallLimits;
import dev.rolewise.cascade.model.PromptBook;
import dev.rolewise.cascade.model.PromptFaultException;
import dev.rolewise.cascade.model.PromptLimits;
import dev.rolewise.cascade.model.ProviderTier;
import dev.rolewise.cascade.model.TierSettings;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.Leases;
import dev.rolewise.cascade.money.Prices;
import dev.rolewise.cascade.money.PricesException;
import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model tiers with their prices and their ledger, as the settings say; or none. Thread-safe. */
final class Models implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);
    private static final String PROMPTS = "prompts";
    private static final int MARK_BITS = 80;
    private static final int ID_BITS = 128;

    /** Of one call: the median prompt of the pack's common questions at four characters a token, and six sentences. */
    private static final Tokens USUAL = new Tokens(2_600, 220);

    private final Map<Tier, Rung> rungs;
    private final List<AutoCloseable> open;
    private final Function<Verifier, ModelTiers> tiers;

    private Models(Map<Tier, Rung> rungs, List<AutoCloseable> open, Function<Verifier, ModelTiers> tiers) {
        this.rungs = rungs;
        this.open = open;
        this.tiers = tiers;
    }

    /** No tier at all. */
    static Models none() {
        return new Models(Map.of(), List.of(), verifier -> ModelTiers.NONE);
    }

    /** Connects nothing yet; opens the database only where a tier is set up. {@code servers} says what each allows. */
    static Models open(Setup setup, Function<String, ServerBudget> servers)
            throws OperatorException, SettingsException {
        Map<Tier, TierSettings> tiers = tiers(setup);
        if (tiers.isEmpty()) {
            return none();
        }
        PromptBook prompts = prompts(setup);
        Prices prices = prices(setup);
        int maxCalls = setup.settings().count("answer.max-model-calls");
        BudgetSettings budget = ModelSettings.budget(setup.settings());
        Database database = setup.database();
        DatabaseLedger ledger =
                new DatabaseLedger(database, budget, servers, setup.clock(), ids(new SecureRandom()), alert -> {});
        List<AutoCloseable> open = new ArrayList<>();
        Map<Tier, Rung> rungs = new EnumMap<>(Tier.class);
        tiers.forEach((tier, settings) -> {
            ProviderTier model = new ProviderTier(tier, settings, CallLimits.DEFAULT, setup.clock());
            open.add(model);
            TierTerms terms = TierTerms.of(tier, settings, prices, budget);
            terms.warnings().forEach(LOG::warn);
            rungs.put(tier, new Rung(model, terms.priced().price(), settings.maxOutputTokens()));
        });
        open.add(leases(ledger));
        Supplier<String> marks = marks(new SecureRandom());
        return new Models(
                rungs,
                open,
                verifier -> new Cascade(
                        rungs, maxCalls, prompts, PromptLimits.DEFAULT, verifier, ledger, Models::pause, marks));
    }

    /** The tiers, whose answers that verifier checks. */
    ModelTiers tiers(Verifier verifier) {
        return tiers.apply(verifier);
    }

    /** What the strong model would have cost for an answer; zero where none is set up. */
    Usd strongWouldHaveCost(Answer answer) {
        Rung strong = rungs.get(Tier.STRONG);
        Spending spending = answer.receipt().spending();
        if (strong == null || answer.status() == Answer.Status.BUSY || answer.status() == Answer.Status.BLOCKED) {
            return Usd.ZERO;
        }
        boolean counted = spending.calls() == 1 && spending.tokensIn() > 0;
        return strong.price().of(counted ? new Tokens(spending.tokensIn(), spending.tokensOut()) : USUAL);
    }

    /** The tiers that are set up, for a look whether they answer. */
    Map<Tier, Rung> rungs() {
        return rungs;
    }

    @Override
    public void close() {
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a model tier did not close: {}", e.toString());
            }
        }
    }

    /** The tiers that are set up. */
    static Map<Tier, TierSettings> tiers(Setup setup) throws SettingsException {
        Map<Tier, TierSettings> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : List.of(Tier.CHEAP, Tier.STRONG)) {
            ModelSettings.tier(tier, setup.settings()).ifPresent(settings -> tiers.put(tier, settings));
        }
        return tiers;
    }

    static PromptBook prompts(Setup setup) throws OperatorException {
        try {
            return PromptBook.load(setup.config()
                    .folder(PROMPTS)
                    .orElseThrow(() -> new OperatorException("the folder prompts is missing; take the packed one")));
        } catch (PromptFaultException | IOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    static Prices prices(Setup setup) throws OperatorException {
        try {
            Path file = setup.config()
                    .file(Prices.FILE)
                    .orElseThrow(() -> new OperatorException("prices.yml is missing; take the packed one"));
            return Prices.read(file, setup.config().origin(Prices.FILE));
        } catch (PricesException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Says that this process lives, and lets go of what dead ones had reserved. */
    private static AutoCloseable leases(Leases leases) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "leases");
            thread.setDaemon(true);
            return thread;
        });
        long every = Leases.RENEW_EVERY.toMillis();
        Future<?> renewal = timer.scheduleWithFixedDelay(() -> renew(leases), 0, every, TimeUnit.MILLISECONDS);
        return () -> {
            renewal.cancel(false);
            timer.shutdownNow();
        };
    }

    private static void renew(Leases leases) {
        try {
            leases.renew();
            int abandoned = leases.settleAbandoned();
            if (abandoned > 0) {
                LOG.info("settled {} calls of processes that are gone, at their worst case", abandoned);
            }
        } catch (UncheckedIOException e) {
            LOG.debug("the ledger cannot be written: {}", e.getMessage());
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /** Ids that no other process makes: 128 random bits. */
    static Supplier<String> ids(SecureRandom random) {
        return () -> new BigInteger(ID_BITS, random).toString(36);
    }

    /** Words that nobody can foresee, so that no passage can hold the mark that ends it. */
    private static Supplier<String> marks(SecureRandom random) {
        return () -> String.format(Locale.ROOT, "%16s", new BigInteger(MARK_BITS, random).toString(36))
                .replace(' ', '0');
    }
}
