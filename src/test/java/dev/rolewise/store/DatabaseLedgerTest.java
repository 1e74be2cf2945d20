package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Cap;
import dev.rolewise.cascade.money.Decision;
import dev.rolewise.cascade.money.Decision.Denied;
import dev.rolewise.cascade.money.Decision.Reserved;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Price;
import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendAlert;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.cascade.money.Totals.OfTier;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLedgerTest {
    private static final Usd WORST = Usd.parse("0.10");
    private static final Usd STRONG = Usd.parse("1");
    private static final BudgetSettings BUDGET =
            new BudgetSettings(Usd.parse("0.5"), Usd.parse("0.7"), Usd.parse("1"), 1_000, 1_000, 1_000);

    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final AtomicInteger id = new AtomicInteger();
    private final List<SpendAlert> alerts = new ArrayList<>();

    private DatabaseSettings settings;
    private Database database;
    private DatabaseLedger ledger;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void open(@TempDir Path empty) {
        settings = store().empty(empty);
        database = Database.open(settings);
        ledger = ledger(BUDGET);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_settled_takes_the_place_of_what_was_reserved() {
        String call = reserved(intent("m1", "s1"));
        assertThat(ledger.month().reserved()).isEqualTo(WORST);
        assertThat(ledger.month().settled()).isEqualTo(Usd.ZERO);

        ledger.settle(call, settled("0.04"));

        assertThat(ledger.month().reserved()).isEqualTo(Usd.ZERO);
        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
        assertThat(ledger.month().calls()).isEqualTo(1);
        assertThat(row(call))
                .containsEntry("state", "SETTLED")
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("tokens_in", 1_000L)
                .containsEntry("tokens_out", 100L)
                .containsEntry("question_id", "q1")
                .containsEntry("tier", "CHEAP")
                .containsEntry("provider", "openai")
                .containsEntry("model", "small")
                .containsEntry("member_id", "m1")
                .containsEntry("server_id", "s1");
        assertSumsAgree();
    }

    @Test
    void a_call_that_costs_less_than_feared_makes_room_for_more() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(reserved(intent("m1", null)));
        }
        assertThat(ledger.reserve(intent("m1", null))).isInstanceOf(Denied.class);

        calls.forEach(call -> ledger.settle(call, settled("0.01")));

        assertThat(ledger.reserve(intent("m1", null))).isInstanceOf(Reserved.class);
        assertSumsAgree();
    }

    @Test
    void the_first_settlement_counts_and_later_ones_do_nothing() {
        String call = reserved(intent("m1", "s1"));
        ledger.settle(call, settled("0.04"));
        ledger.settle(call, settled("0.09"));
        ledger.settle(call, Settlement.unknown(Outcome.FAILED, Usd.ZERO));
        ledger.release(call);

        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
        assertThat(row(call)).containsEntry("outcome", "ANSWERED");
        assertSumsAgree();
    }

    @Test
    void a_call_whose_tokens_nobody_told_counts_at_its_reservation() {
        String call = reserved(intent("m1", "s1"));
        ledger.settle(call, Settlement.unknown(Outcome.CANCELLED, STRONG));

        assertThat(ledger.month().settled()).isEqualTo(WORST);
        assertThat(row(call))
                .containsEntry("tokens_in", null)
                .containsEntry("outcome", "CANCELLED")
                .containsEntry("strong_nanos", STRONG.nanos());
        assertSumsAgree();
    }

    @Test
    void a_cost_above_the_worst_case_counts_as_told_unless_it_is_absurd() {
        String dearer = reserved(intent("m1", null));
        ledger.settle(dearer, settled("0.15"));
        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.15"));

        String absurd = reserved(intent("m1", null));
        ledger.settle(absurd, settled("900000"));
        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.25"));
        assertThat(row(absurd)).containsEntry("tokens_in", null);
        assertSumsAgree();
    }

    @Test
    void a_call_that_was_never_sent_leaves_nothing_behind() {
        String call = reserved(intent("m1", "s1"));
        ledger.release(call);
        ledger.release(call);

        assertThat(ledger.month().reserved()).isEqualTo(Usd.ZERO);
        assertThat(ledger.month().calls()).isZero();
        assertThat(ledger.totals(Optional.empty(), Instant.EPOCH).tiers()).isEmpty();
        assertSumsAgree();
    }

    @Test
    void a_call_that_was_given_back_but_made_after_all_counts() {
        String call = reserved(intent("m1", "s1"));
        ledger.release(call);
        ledger.settle(call, settled("0.04"));

        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
        assertThat(ledger.month().calls()).isEqualTo(1);
        assertSumsAgree();
    }

    @Test
    void a_call_that_nobody_reserved_is_a_mistake() {
        assertThatThrownBy(() -> ledger.settle("x", settled("0.04"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.release("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void members_share_no_budget_and_servers_share_none() {
        for (int i = 0; i < 5; i++) {
            reserved(intent("m1", "s1"));
        }

        assertThat(ledger.reserve(intent("m1", "s2")))
                .isEqualTo(new Denied(Cap.MEMBER_DAY_USD, Instant.parse("2026-11-22T00:00:00Z")));
        reserved(intent("m2", "s1"));
        reserved(intent("m2", "s1"));
        assertThat(ledger.reserve(intent("m3", "s1")))
                .isEqualTo(new Denied(Cap.SERVER_DAY_USD, Instant.parse("2026-11-22T00:00:00Z")));
        reserved(intent("m3", "s2"));
        reserved(intent(null, null));
        reserved(intent(null, null));
        assertThat(ledger.reserve(intent(null, null)))
                .isEqualTo(new Denied(Cap.INSTALLATION_MONTH_USD, Instant.parse("2026-12-01T00:00:00Z")));
        assertSumsAgree();
    }

    @Test
    void the_cap_that_holds_longest_is_named() {
        ledger = ledger(new BudgetSettings(WORST, WORST, WORST, 1, 1, 1));
        reserved(intent("m1", "s1"));

        assertThat(ledger.reserve(intent("m1", "s1")))
                .isEqualTo(new Denied(Cap.INSTALLATION_MONTH_USD, Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void calls_are_capped_even_where_they_are_free() {
        ledger = ledger(new BudgetSettings(Usd.ZERO, Usd.ZERO, Usd.ZERO, 2, 3, 4));
        CallIntent free = new CallIntent(
                "q1", Tier.CHEAP, "ollama", "own", Optional.of("m1"), Optional.of("s1"), Usd.ZERO, Usd.ZERO);
        ledger.settle(reserved(free), Settlement.of(Price.FREE, new Tokens(10, 10), Outcome.ANSWERED, Usd.ZERO));
        reserved(free);

        assertThat(ledger.reserve(free))
                .isEqualTo(new Denied(Cap.MEMBER_DAY_CALLS, Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(ledger.month().percent()).isZero();
        assertThat(alerts).isEmpty();
    }

    @Test
    void a_new_day_and_a_new_month_begin_with_nothing_spent() {
        clock.set("2026-11-29T23:59:59.999Z");
        for (int i = 0; i < 5; i++) {
            ledger.settle(reserved(intent("m1", "s1")), settled("0.10"));
        }
        assertThat(ledger.reserve(intent("m1", "s1")))
                .isEqualTo(new Denied(Cap.MEMBER_DAY_USD, Instant.parse("2026-11-30T00:00:00Z")));

        clock.set("2026-11-30T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            ledger.settle(reserved(intent("m1", "s1")), settled("0.10"));
        }
        assertThat(ledger.reserve(intent("m2", "s2")))
                .isEqualTo(new Denied(Cap.INSTALLATION_MONTH_USD, Instant.parse("2026-12-01T00:00:00Z")));

        clock.set("2026-12-01T00:00:00Z");
        assertThat(ledger.month().settled()).isEqualTo(Usd.ZERO);
        reserved(intent("m1", "s1"));
        assertSumsAgree();
    }

    @Test
    void a_call_counts_in_the_period_in_which_it_was_reserved() {
        clock.set("2026-11-30T23:59:59Z");
        String call = reserved(intent("m1", "s1"));
        clock.set("2026-12-01T00:00:10Z");
        ledger.settle(call, settled("0.04"));

        assertThat(ledger.month().settled()).isEqualTo(Usd.ZERO);
        clock.set("2026-11-30T23:59:59Z");
        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
        assertSumsAgree();
    }

    @Test
    void reservations_of_the_living_are_never_touched() {
        DatabaseLedger other = ledger(BUDGET);
        reserved(intent("m1", "s1"));
        clock.advance(Duration.ofSeconds(100));
        ledger.renew();
        clock.advance(Duration.ofSeconds(100));

        assertThat(other.settleAbandoned()).isZero();
        assertThat(ledger.settleAbandoned()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(ledger.settleAbandoned()).as("its own").isZero();
        assertThat(ledger.month().reserved()).isEqualTo(WORST);
    }

    @Test
    void a_reservation_is_a_sign_of_life() {
        DatabaseLedger other = ledger(BUDGET);
        reserved(intent("m1", "s1"));
        clock.advance(Duration.ofSeconds(100));
        reserved(intent("m1", "s1"));
        clock.advance(Duration.ofSeconds(100));

        assertThat(other.settleAbandoned()).isZero();
    }

    @Test
    void reservations_of_the_dead_count_at_their_worst_case() {
        String call = reserved(intent("m1", "s1"));
        clock.advance(Duration.ofSeconds(121));

        assertThat(ledger(BUDGET).settleAbandoned()).isEqualTo(1);

        assertThat(ledger.month().settled()).isEqualTo(WORST);
        assertThat(ledger.month().reserved()).isEqualTo(Usd.ZERO);
        assertThat(row(call))
                .containsEntry("state", "ABANDONED")
                .containsEntry("outcome", "ABANDONED")
                .containsEntry("strong_nanos", STRONG.nanos());
        assertSumsAgree();
    }

    @Test
    void many_reservations_of_the_dead_are_all_found() {
        ledger = ledger(new BudgetSettings(STRONG, STRONG.times(100), STRONG.times(100), 1_000, 1_000, 1_000));
        for (int i = 0; i < 210; i++) {
            reserved(intent("m" + i, "s1"));
        }
        clock.advance(Duration.ofSeconds(121));

        assertThat(ledger(BUDGET).settleAbandoned()).isEqualTo(210);
        assertSumsAgree();
    }

    @Test
    void one_that_was_taken_for_dead_still_settles_what_it_knows() {
        String call = reserved(intent("m1", "s1"));
        clock.advance(Duration.ofSeconds(121));
        ledger(BUDGET).settleAbandoned();

        ledger.settle(call, settled("0.04"));
        ledger.settle(call, settled("0.08"));

        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
        assertThat(ledger.month().calls()).isEqualTo(1);
        assertSumsAgree();
    }

    @Test
    void old_days_of_members_and_servers_are_forgotten_and_months_are_not() {
        ledger.settle(reserved(intent("m1", "s1")), settled("0.04"));
        clock.advance(Duration.ofDays(4));
        ledger.settleAbandoned();

        assertThat(database.<List<String>>read(handle -> handle.createQuery("SELECT holder FROM spending")
                        .mapTo(String.class)
                        .list()))
                .containsExactly("INSTALLATION");
        assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM ledger_owner")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
        clock.set("2026-11-21T12:00:00Z");
        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
    }

    @Test
    void totals_are_by_tier_and_may_be_of_one_server() {
        ledger.settle(reserved(intent("m1", "s1")), settled("0.04"));
        ledger.settle(reserved(intent("m1", "s1")), Settlement.unknown(Outcome.REJECTED, Usd.parse("0.5")));
        clock.advance(Duration.ofHours(1));
        CallIntent strong = new CallIntent(
                "q2", Tier.STRONG, "openai", "large", Optional.of("m2"), Optional.of("s2"), WORST, STRONG);
        ledger.settle(reserved(strong), settled("0.06"));
        reserved(strong);

        assertThat(ledger.totals(Optional.empty(), Instant.EPOCH).tiers())
                .containsOnly(
                        Map.entry(Tier.CHEAP, new OfTier(1, 2, Usd.parse("0.14"), Usd.parse("0.7"))),
                        Map.entry(Tier.STRONG, new OfTier(1, 1, Usd.parse("0.06"), Usd.parse("0.2"))));
        assertThat(ledger.totals(Optional.of("s2"), Instant.EPOCH).tiers()).containsOnlyKeys(Tier.STRONG);
        assertThat(ledger.totals(Optional.empty(), clock.instant()).tiers()).containsOnlyKeys(Tier.STRONG);
        assertThat(ledger.totals(Optional.of("s1' OR '1'='1"), Instant.EPOCH).tiers())
                .isEmpty();
        assertThat(ledger.totals(Optional.empty(), Instant.EPOCH).cost()).isEqualTo(Usd.parse("0.2"));
    }

    @Test
    void each_share_of_the_month_is_reported_once_even_over_restarts() {
        spend("0.49");
        assertThat(alerts).isEmpty();
        spend("0.01");
        assertThat(alerts).extracting(SpendAlert::percent).containsExactly(50);
        assertThat(alerts.get(0))
                .hasToString("model calls have used 50% of the budget of 2026-11: $0.50 of $1.00"
                        + " (budget.installation-month-usd)");
        database.close();
        database = Database.open(settings);
        ledger = ledger(BUDGET);
        spend("0.10");
        assertThat(alerts).hasSize(1);
        spend("0.25");
        assertThat(alerts).extracting(SpendAlert::percent).containsExactly(50, 80);
        clock.set("2026-12-01T00:00:00Z");
        spend("0.85");
        assertThat(alerts)
                .extracting(SpendAlert::percent, alert -> alert.spend().month().toString())
                .containsExactly(tuple(50, "2026-11"), tuple(80, "2026-11"), tuple(80, "2026-12"));
    }

    @Test
    void the_month_is_used_up_when_a_call_does_not_fit_beside_what_is_settled() {
        spend("0.95");
        alerts.clear();
        assertThat(ledger.reserve(intent(null, null))).isInstanceOf(Denied.class);
        assertThat(ledger.reserve(intent(null, null))).isInstanceOf(Denied.class);

        assertThat(alerts).singleElement().satisfies(alert -> assertThat(alert)
                .hasToString("the budget of 2026-11 for model calls is used up: $0.95 of $1.00; until the month ends,"
                        + " what does not fit is answered without a model (budget.installation-month-usd)"));
    }

    @Test
    void a_call_denied_only_because_of_calls_under_way_is_no_alert() {
        for (int i = 0; i < 10; i++) {
            reserved(intent(null, null));
        }
        assertThat(ledger.reserve(intent(null, null))).isInstanceOf(Denied.class);

        assertThat(alerts).isEmpty();
    }

    @Test
    void the_calls_of_a_month_are_reported_too_each_share_once() {
        ledger = ledger(new BudgetSettings(WORST, WORST, Usd.parse("1000"), 1_000, 1_000, 10));
        for (int i = 0; i < 10; i++) {
            spend("0.01");
        }
        assertThat(ledger.reserve(intent(null, null))).isInstanceOf(Denied.class);

        assertThat(alerts).extracting(SpendAlert::percent).containsExactly(50, 80, 100);
        assertThat(alerts.get(0))
                .hasToString("model calls have used 50% of the budget of 2026-11: 5 of 10 calls"
                        + " (budget.installation-month-calls)");
    }

    @Test
    void money_and_calls_are_reported_each_for_itself() {
        ledger = ledger(new BudgetSettings(WORST, WORST, Usd.parse("1"), 1_000, 1_000, 10));
        for (int i = 0; i < 10; i++) {
            spend("0.06");
        }

        assertThat(alerts)
                .extracting(SpendAlert::cap, SpendAlert::percent)
                .containsExactlyInAnyOrder(
                        tuple(Cap.INSTALLATION_MONTH_USD, 50),
                        tuple(Cap.INSTALLATION_MONTH_CALLS, 50),
                        tuple(Cap.INSTALLATION_MONTH_CALLS, 80),
                        tuple(Cap.INSTALLATION_MONTH_CALLS, 100));
    }

    @Test
    void a_listener_that_fails_harms_nothing() {
        ledger = new DatabaseLedger(database, BUDGET, clock, this::nextId, alert -> {
            throw new IllegalStateException("no network");
        });

        spend("0.6");

        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.6"));
    }

    @Test
    void a_server_may_allow_less_and_never_more() {
        ledger = new DatabaseLedger(
                database,
                BUDGET,
                server -> new ServerBudget(
                        Optional.of(server.equals("less") ? WORST : Usd.parse("1000")),
                        server.equals("none") ? Optional.of(0) : Optional.empty()),
                clock,
                this::nextId,
                alert -> {});
        reserved(intent("m1", "less"));
        assertThat(ledger.reserve(intent("m2", "less")))
                .isEqualTo(new Denied(Cap.SERVER_DAY_USD, Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(ledger.reserve(intent("m2", "none")))
                .isEqualTo(new Denied(Cap.SERVER_DAY_CALLS, Instant.parse("2026-11-22T00:00:00Z")));
        for (int i = 0; i < 7; i++) {
            reserved(intent("m" + (3 + i), "more"));
        }
        assertThat(ledger.reserve(intent("m20", "more"))).isInstanceOf(Denied.class);
    }

    @Test
    void a_settlement_that_cannot_be_written_is_written_at_the_next_renewal() {
        String call = reserved(intent("m1", "s1"));
        store().refuse(database, "model_call", "state = 'SETTLED'");
        ledger.settle(call, settled("0.04"));
        assertThat(ledger.month().reserved()).isEqualTo(WORST);
        store().allow(database, "model_call");

        ledger.renew();

        assertThat(ledger.month().settled()).isEqualTo(Usd.parse("0.04"));
        assertSumsAgree();
    }

    private void spend(String dollars) {
        CallIntent intent = new CallIntent(
                "q1", Tier.CHEAP, "openai", "small", Optional.empty(), Optional.empty(), Usd.parse(dollars), STRONG);
        ledger.settle(reserved(intent), settled(dollars));
    }

    private DatabaseLedger ledger(BudgetSettings budget) {
        SpendListener listener = alerts::add;
        return new DatabaseLedger(database, budget, clock, this::nextId, listener);
    }

    private String nextId() {
        return "c" + id.incrementAndGet();
    }

    private String reserved(CallIntent intent) {
        Decision decision = ledger.reserve(intent);
        assertThat(decision).isInstanceOf(Reserved.class);
        return ((Reserved) decision).callId();
    }

    private static CallIntent intent(@Nullable String member, @Nullable String server) {
        return new CallIntent(
                "q1",
                Tier.CHEAP,
                "openai",
                "small",
                Optional.ofNullable(member),
                Optional.ofNullable(server),
                WORST,
                STRONG);
    }

    private static Settlement settled(String dollars) {
        return new Settlement(
                Usd.parse(dollars), Optional.of(new Tokens(1_000, 100)), Outcome.ANSWERED, Usd.parse("0.2"));
    }

    /** Whole numbers as long ones, whichever way a driver hands them over. */
    private Map<String, Object> row(String call) {
        Map<String, Object> row = database.read(handle -> handle.createQuery("SELECT * FROM model_call WHERE id = :id")
                .bind("id", call)
                .mapToMap()
                .one());
        row.replaceAll((column, value) -> value instanceof Integer number ? Long.valueOf(number) : value);
        return row;
    }

    private void assertSumsAgree() {
        LedgerSums.assertAgree(database);
    }
}
