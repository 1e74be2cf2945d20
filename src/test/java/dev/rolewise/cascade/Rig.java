package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.cascade.model.Busy;
import dev.rolewise.cascade.model.CallLimits;
import dev.rolewise.cascade.model.PromptBook;
import dev.rolewise.cascade.model.PromptFaultException;
import dev.rolewise.cascade.model.PromptLimits;
import dev.rolewise.cascade.model.ProviderTier;
import dev.rolewise.cascade.model.Secret;
import dev.rolewise.cascade.model.TierSettings;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.Price;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.loopback.FakeClock;
import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ProviderRequest;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseFeedbackLog;
import dev.rolewise.store.DatabaseLedger;
import dev.rolewise.store.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The whole way of a question: the service, a cascade over a provider on loopback, and a ledger on disk. */
final class Rig implements AutoCloseable {
    /** A key that has to stay where it belongs. */
    static final String KEY = "sk-canary-KEY-4417-stay-where-you-are";

    static final Price CHEAP_PRICE = Price.perMillion("0.15", "0.6");
    static final Price STRONG_PRICE = Price.perMillion("2.5", "10");
    static final BudgetSettings PLENTY =
            new BudgetSettings(Usd.parse("1000"), Usd.parse("1000"), Usd.parse("1000"), 100_000, 100_000, 100_000);

    /** Longer than one pause of the breaker. */
    static final Duration PAUSE = CallLimits.DEFAULT.pause().plusSeconds(1);

    /** A model that says what stands in its passages. */
    static final Function<ProviderRequest, Said> FAITHFUL = ScriptedModels.faithful(4);

    private static final int MAX_OUTPUT = 600;

    final FakeClock clock = new FakeClock();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final DatabaseLedger ledger;
    final DatabaseFeedbackLog feedback;
    final ModelTiers cascade;
    final AnswerService answers;

    private final Database database;
    private final Map<Tier, ProviderTier> tiers = new EnumMap<>(Tier.class);

    /** {@code providers} of the tiers that are set up; closing them is left to the caller. */
    Rig(Path folder, BudgetSettings budget, Duration deadline, Map<Tier, LoopbackProvider> providers) {
        this(DatabaseSettings.in(folder), budget, deadline, providers);
    }

    /** With the database somewhere else. */
    Rig(DatabaseSettings place, BudgetSettings budget, Duration deadline, Map<Tier, LoopbackProvider> providers) {
        this(place, budget, deadline, providers, prompts(Path.of("config/prompts")));
    }

    Rig(
            Path folder,
            BudgetSettings budget,
            Duration deadline,
            Map<Tier, LoopbackProvider> providers,
            PromptBook prompts) {
        this(DatabaseSettings.in(folder), budget, deadline, providers, prompts);
    }

    private Rig(
            DatabaseSettings place,
            BudgetSettings budget,
            Duration deadline,
            Map<Tier, LoopbackProvider> providers,
            PromptBook prompts) {
        this.database = Database.open(place);
        this.ledger = new DatabaseLedger(
                database, budget, clock, () -> UUID.randomUUID().toString(), SpendListener.NONE);
        Map<Tier, Rung> rungs = new EnumMap<>(Tier.class);
        providers.forEach((tier, provider) -> {
            ProviderTier model = new ProviderTier(tier, settings(tier, provider), CallLimits.DEFAULT, clock);
            tiers.put(tier, model);
            rungs.put(tier, new Rung(model, tier == Tier.CHEAP ? CHEAP_PRICE : STRONG_PRICE, MAX_OUTPUT));
        });
        this.feedback = new DatabaseFeedbackLog(database);
        this.cascade = new Cascade(
                rungs, 2, prompts, PromptLimits.DEFAULT, Shipped.VERIFIER, ledger, this::pause, () -> UUID.randomUUID()
                        .toString()
                        .replace("-", ""));
        this.answers = Shipped.service(cascade, deadline);
    }

    static PromptBook prompts(Path folder) {
        try {
            return PromptBook.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PromptFaultException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TierSettings settings(Tier tier, LoopbackProvider provider) {
        return new TierSettings(
                "openai",
                Optional.of(provider.address(Dialect.OPENAI)),
                tier == Tier.CHEAP ? "small-1" : "large-1",
                Optional.of(Secret.of(KEY)),
                MAX_OUTPUT,
                false,
                Map.of(),
                Map.of());
    }

    private void pause(Duration time) {
        pauses.add(time);
        clock.advance(time);
    }

    Answer ask(String question) {
        return answers.ask(Question.of(question), AskOptions.PLAIN);
    }

    /** Waits until no thread works for any tier. */
    void awaitFree() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tiers.values().stream().mapToInt(Busy::threads).sum() == 0);
    }

    /** All money is settled, and it is so much. */
    void assertSettled(Usd sum) {
        assertThat(ledger.month().reserved()).as("reserved").isEqualTo(Usd.ZERO);
        assertThat(ledger.month().settled()).as("settled").isEqualTo(sum);
    }

    @Override
    public void close() {
        tiers.values().forEach(ProviderTier::close);
        database.close();
    }
}
