package dev.rolewise.cascade.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.cascade.money.CostQuestion.Asked;
import dev.rolewise.cascade.money.CostQuestion.Refused;
import dev.rolewise.cascade.money.TallyTotals.Row;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostEstimateTest {
    private static final Usd DOLLAR = Usd.parse("1");

    /** 40 of 100 from the cache, 30 local, 20 cheap at a tenth of the strong price, 10 strong at its price. */
    private static final TallyTotals MEASURED = new TallyTotals(List.of(
            new Row(Tier.CHEAP, Optional.of(CacheHit.EXACT), 40, Usd.ZERO, DOLLAR.times(40)),
            new Row(Tier.LOCAL, Optional.empty(), 30, Usd.ZERO, DOLLAR.times(30)),
            new Row(Tier.CHEAP, Optional.empty(), 20, DOLLAR.times(2), DOLLAR.times(20)),
            new Row(Tier.STRONG, Optional.empty(), 10, DOLLAR.times(10), DOLLAR.times(10))));

    @Test
    void the_example_comes_to_300_000_dollars_a_month() {
        CostEstimate estimate = CostEstimate.of(CostQuestion.EXAMPLE, Optional.empty());

        assertThat(estimate.nothingSaved()).isEqualTo(Usd.parse("300000"));
        assertThat(estimate.saved()).isEmpty();
        assertThat(estimate.lines())
                .containsExactly(
                        "10,000 users × 30 conversations a month × $1.00 a conversation",
                        "nothing saved      $300,000 a month   every conversation at its full price",
                        "Nothing is counted here yet, so what caching and cascading save is not known. Ask some"
                                + " questions, then look again.");
    }

    @Test
    void the_measured_shares_make_less_of_it() {
        CostEstimate estimate = CostEstimate.of(10_000, 30, DOLLAR, MeasuredShares.of(MEASURED));

        assertThat(estimate.lines())
                .containsExactly(
                        "10,000 users × 30 conversations a month × $1.00 a conversation",
                        "nothing saved      $300,000 a month   every conversation at its full price",
                        "cached             $180,000 a month   40% of the answers come from the cache",
                        "cascaded            $36,000 a month   30% local, 20% cheap, 10% strong; they cost 20% of asking"
                                + " the strong model",
                        "The shares are those of the 100 answers counted here, as if each conversation went like them.");
        assertThat(MEASURED.saved()).hasValue(0.88);
    }

    @Test
    void without_a_strong_model_only_what_the_local_tier_answered_is_saved() {
        TallyTotals local = new TallyTotals(List.of(
                new Row(Tier.LOCAL, Optional.empty(), 3, Usd.ZERO, Usd.ZERO),
                new Row(Tier.CHEAP, Optional.empty(), 1, DOLLAR, Usd.ZERO)));

        CostEstimate estimate = CostEstimate.of(CostQuestion.EXAMPLE, MeasuredShares.of(local));

        assertThat(estimate.saved().orElseThrow().cascaded()).isEqualTo(Usd.parse("75000"));
        assertThat(local.saved()).isEmpty();
    }

    @Test
    void a_cascade_that_costs_more_than_the_strong_model_is_shown_as_it_is() {
        TallyTotals dear = new TallyTotals(
                List.of(new Row(Tier.STRONG, Optional.empty(), 10, DOLLAR.times(15), DOLLAR.times(10))));

        CostEstimate estimate = CostEstimate.of(CostQuestion.EXAMPLE, MeasuredShares.of(dear));

        assertThat(estimate.saved().orElseThrow().cascaded()).isEqualTo(Usd.parse("450000"));
        assertThat(dear.saved()).hasValue(-0.5);
    }

    @Test
    void nothing_counted_gives_no_shares() {
        assertThat(MeasuredShares.of(new TallyTotals(List.of()))).isEmpty();
    }

    @Test
    void everything_from_the_cache_costs_nothing() {
        TallyTotals cached =
                new TallyTotals(List.of(new Row(Tier.LOCAL, Optional.of(CacheHit.EXACT), 5, Usd.ZERO, Usd.ZERO)));

        CostEstimate.Saved saved = CostEstimate.of(CostQuestion.EXAMPLE, MeasuredShares.of(cached))
                .saved()
                .orElseThrow();

        assertThat(saved.cached()).isEqualTo(Usd.ZERO);
        assertThat(saved.cascaded()).isEqualTo(Usd.ZERO);
    }

    @Test
    void what_is_left_out_is_as_in_the_example() {
        assertThat(CostQuestion.read(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(CostQuestion.EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1000 | 5 | 0.25", "1,000 | 5 | $0.25", "' 1000 ' | 5 | 0.250"})
    void numbers_are_read_as_people_type_them(String users, String conversations, String price) {
        assertThat(CostQuestion.read(Optional.of(users), Optional.of(conversations), Optional.of(price)))
                .isEqualTo(new Asked(1_000, 5, Usd.parse("0.25")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "NaN", "1e9", "1.5", "1000000001", "99999999999999999999", "ten"})
    void users_and_conversations_that_make_no_sense_are_refused(String number) {
        assertThat(CostQuestion.read(Optional.of(number), Optional.empty(), Optional.empty()))
                .isEqualTo(new Refused("The users are a whole number from 1 to a billion, such as 10000."));
        assertThat(CostQuestion.read(Optional.empty(), Optional.of(number), Optional.empty()))
                .isEqualTo(new Refused("The conversations are a whole number from 1 to a billion, such as 30."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "NaN", "Infinity", "1e9", "1000000.01", "99999999999999999999", "free", "$$1"})
    void prices_that_make_no_sense_are_refused(String price) {
        assertThat(CostQuestion.read(Optional.empty(), Optional.empty(), Optional.of(price)))
                .isEqualTo(new Refused("The price is in dollars, from 0 to a million, such as 0.25."));
    }

    @Test
    void a_total_beyond_all_money_is_refused() {
        Optional<String> billion = Optional.of("1000000000");

        assertThat(CostQuestion.read(billion, billion, Optional.of("1000000")))
                .isEqualTo(new Refused("That comes to more than 9 billion dollars a month. Try smaller numbers."));
        assertThat(CostQuestion.read(billion, Optional.of("1"), Optional.of("0")))
                .isInstanceOf(Asked.class);
        assertThatThrownBy(() -> CostEstimate.of(0, 1, DOLLAR, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CostEstimate.of(1, 1, new Usd(-1), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
