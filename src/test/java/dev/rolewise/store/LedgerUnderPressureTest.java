package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Decision;
import dev.rolewise.cascade.money.Decision.Reserved;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two hundred questions at once, over three openings of one database, against a small cap. */
class LedgerUnderPressureTest {
    private static final int QUESTIONS = 200;
    private static final int OPENINGS = 3;
    private static final Usd WORST = Usd.parse("0.10");
    private static final Usd LITTLE = Usd.parse("1");
    private static final Usd MUCH = Usd.parse("1000");
    private static final int FEW = 10;
    private static final int MANY = 9_999;

    private final DatabaseSettings settings;
    private final AtomicInteger id = new AtomicInteger();

    LedgerUnderPressureTest(@TempDir Path folder) {
        this.settings = store().empty(folder);
    }

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    /** The cap that is small, and whose it is. */
    enum Small {
        MEMBER_MONEY("MEMBER"),
        SERVER_MONEY("SERVER"),
        MONTH_MONEY("INSTALLATION"),
        MEMBER_CALLS("MEMBER"),
        SERVER_CALLS("SERVER"),
        MONTH_CALLS("INSTALLATION");

        private final String holder;

        Small(String holder) {
            this.holder = holder;
        }

        private BudgetSettings budget() {
            return new BudgetSettings(
                    this == MEMBER_MONEY ? LITTLE : MUCH,
                    this == SERVER_MONEY ? LITTLE : MUCH,
                    this == MONTH_MONEY ? LITTLE : MUCH,
                    this == MEMBER_CALLS ? FEW : MANY,
                    this == SERVER_CALLS ? FEW : MANY,
                    this == MONTH_CALLS ? FEW : MANY);
        }

        private boolean isOfMoney() {
            return name().endsWith("MONEY");
        }

        private long mostNanos() {
            return isOfMoney() ? LITTLE.nanos() : Long.MAX_VALUE;
        }

        private int mostCalls() {
            return isOfMoney() ? MANY : FEW;
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_hundred_questions_at_once_never_pass_a_cap(Small small) throws Exception {
        try (Openings openings = new Openings(small.budget())) {
            openings.watch(small);
            List<Boolean> granted = openings.all(ledger -> {
                boolean reserved = ledger.reserve(intent()) instanceof Reserved;
                assertWithin(openings, small);
                return reserved;
            });

            assertThat(granted).filteredOn(yes -> yes).hasSize(FEW);
            LedgerSums.assertAgree(openings.databases.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBER_MONEY", "SERVER_MONEY", "MONTH_MONEY"})
    void what_turns_out_cheaper_lets_more_through_and_still_none_too_many(Small small) throws Exception {
        try (Openings openings = new Openings(small.budget())) {
            openings.watch(small);
            List<Boolean> granted = openings.all(ledger -> {
                Decision decision = ledger.reserve(intent());
                assertWithin(openings, small);
                if (decision instanceof Reserved reserved) {
                    ledger.settle(reserved.callId(), cheap());
                    return true;
                }
                return false;
            });

            assertThat(granted).filteredOn(yes -> yes).hasSizeGreaterThan(FEW);
            LedgerSums.assertAgree(openings.databases.get(0));
        }
    }

    private static void assertWithin(Openings openings, Small small) {
        long nanos = openings.databases.get(0).<Long>read(handle -> handle.createQuery(
                        "SELECT coalesce(sum(coalesce(cost_nanos, worst_nanos)), 0) FROM model_call")
                .mapTo(Long.class)
                .one());
        assertThat(nanos).isLessThanOrEqualTo(small.mostNanos());
    }

    private static CallIntent intent() {
        return new CallIntent("q", Tier.CHEAP, "openai", "small", Optional.of("m1"), Optional.of("s1"), WORST, WORST);
    }

    private static Settlement cheap() {
        return new Settlement(
                Usd.parse("0.001"), Optional.of(new Tokens(100, 10)), Outcome.ANSWERED, Usd.parse("0.01"));
    }

    /** The same database, opened as several processes open it. */
    private final class Openings implements AutoCloseable {
        private final List<Database> databases = new ArrayList<>();
        private final List<DatabaseLedger> ledgers = new ArrayList<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(12);

        Openings(BudgetSettings budget) {
            for (int i = 0; i < OPENINGS; i++) {
                Database database = Database.open(settings);
                databases.add(database);
                ledgers.add(new DatabaseLedger(
                        database,
                        budget,
                        new SetClock("2026-11-21T12:00:00Z"),
                        () -> "c" + id.incrementAndGet(),
                        SpendListener.NONE));
            }
        }

        /** Lets the database itself refuse every row that would pass the cap, inside the transaction that writes it. */
        void watch(Small small) {
            store().refuse(
                            databases.get(0),
                            "spending",
                            "holder = '" + small.holder + "' AND (money_nanos > " + small.mostNanos() + " OR calls > "
                                    + small.mostCalls() + ")");
        }

        <T> List<T> all(Function<DatabaseLedger, T> question) throws Exception {
            List<Callable<T>> questions = IntStream.range(0, QUESTIONS)
                    .mapToObj(i -> (Callable<T>) () -> question.apply(ledgers.get(i % OPENINGS)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(questions)) {
                results.add(done.get());
            }
            return results;
        }

        @Override
        public void close() {
            threads.shutdownNow();
            databases.forEach(Database::close);
        }
    }
}
