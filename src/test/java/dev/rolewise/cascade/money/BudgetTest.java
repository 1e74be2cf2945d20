package dev.rolewise.cascade.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.cascade.money.Decision.Denied;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final BudgetSettings SETTINGS =
            new BudgetSettings(Usd.parse("0.1"), Usd.parse("1"), Usd.parse("10"), 5, 50, 500);

    private final Budget budget = new Budget(SETTINGS);

    @ParameterizedTest
    @CsvSource({
        "0.09, 0.01, true",
        "0.09, 0.010000001, false",
        "0.1, 0.000000001, false",
        "0.2, 0, true",
        "0, 0.1, true"
    })
    void a_call_fits_up_to_the_last_billionth(String spent, String more, boolean fits) {
        Map<Holder, Spent> used = Map.of(Holder.MEMBER, new Spent(Usd.parse(spent), Usd.ZERO, 0));

        assertThat(budget.denial(used, Usd.parse(more), NOON)).matches(denial -> denial.isEmpty() == fits);
    }

    @Test
    void calls_are_counted_whatever_they_cost() {
        Map<Holder, Spent> used = Map.of(Holder.SERVER, new Spent(Usd.ZERO, Usd.ZERO, 50));

        assertThat(budget.denial(used, Usd.ZERO, NOON))
                .contains(new Denied(Cap.SERVER_DAY_CALLS, Instant.parse("2026-11-22T00:00:00Z")));
    }

    @Test
    void days_and_months_are_those_of_utc() {
        Instant endOfYear = Instant.parse("2026-12-31T23:59:59.999Z");

        assertThat(Holder.MEMBER.period(endOfYear)).isEqualTo("2026-12-31");
        assertThat(Holder.INSTALLATION.period(endOfYear)).isEqualTo("2026-12");
        assertThat(Holder.SERVER.periodEnds(endOfYear)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(Holder.INSTALLATION.periodEnds(endOfYear)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(Holder.INSTALLATION.periodEnds(Instant.parse("2028-02-29T00:00:00Z")))
                .isEqualTo("2028-03-01T00:00:00Z");
    }

    @Test
    void a_cap_that_no_call_can_ever_fit_under_is_found() {
        assertThat(SETTINGS.tooSmallFor(Usd.parse("0.1"))).isEmpty();
        assertThat(SETTINGS.tooSmallFor(Usd.parse("0.5"))).contains(Cap.MEMBER_DAY_USD);
        assertThat(Cap.MEMBER_DAY_USD.key()).isEqualTo("budget.member-day-usd");
    }

    @Test
    void nothing_in_a_budget_is_negative() {
        assertThatThrownBy(() -> new BudgetSettings(Usd.ZERO, Usd.ZERO, new Usd(-1), 0, 0, 0))
                .hasMessage("budget.installation-month-usd must not be negative");
        assertThatThrownBy(() -> new BudgetSettings(Usd.ZERO, Usd.ZERO, Usd.ZERO, 0, -1, 0))
                .hasMessage("budget.server-day-calls must not be negative");
    }

    @Test
    void an_intent_holds_ids_and_amounts_in_their_limits() {
        assertThatThrownBy(() -> intent("", Usd.ZERO)).hasMessageContaining("id of the question");
        assertThatThrownBy(() -> intent("q".repeat(65), Usd.ZERO)).hasMessageContaining("1 to 64");
        assertThatThrownBy(() -> intent("q", new Usd(-1))).hasMessageContaining("not negative");
    }

    @Test
    void nobody_but_the_ledger_abandons_a_call() {
        assertThatThrownBy(() -> Settlement.unknown(Outcome.ABANDONED, Usd.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settlement(new Usd(-1), Optional.empty(), Outcome.FAILED, Usd.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CallIntent intent(String question, Usd worst) {
        return new CallIntent(
                question, Tier.CHEAP, "openai", "small", Optional.empty(), Optional.empty(), worst, Usd.ZERO);
    }
}
