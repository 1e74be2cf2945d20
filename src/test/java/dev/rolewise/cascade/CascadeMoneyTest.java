package dev.rolewise.cascade;

import static dev.rolewise.cascade.Ladder.CHEAP_PRICE;
import static dev.rolewise.cascade.Ladder.FALSE;
import static dev.rolewise.cascade.Ladder.STRONG_PRICE;
import static dev.rolewise.cascade.Ladder.TRUE;
import static dev.rolewise.cascade.Replies.TOKENS_IN;
import static dev.rolewise.cascade.Replies.TOKENS_OUT;
import static dev.rolewise.cascade.Replies.claims;
import static dev.rolewise.cascade.Replies.lasting;
import static dev.rolewise.cascade.Replies.passing;
import static dev.rolewise.cascade.Replies.refused;
import static dev.rolewise.cascade.Replies.unsent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.cascade.money.Cap;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.cascade.money.WorstCase;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is reserved before a call, and what is settled after it. */
class CascadeMoneyTest {
    private static final Tokens USUAL = new Tokens(TOKENS_IN, TOKENS_OUT);

    private final Ladder ladder = new Ladder();

    @Test
    void the_worst_case_is_put_aside_before_anything_is_sent() {
        ladder.cheap.replies(() -> {
            assertThat(ladder.ledger.open()).isEqualTo(1);
            return claims(TRUE);
        });

        ladder.ask(Tier.CHEAP);

        int bytes = ladder.cheap.requests.get(0).inputBytes();
        assertThat(ladder.ledger.reserved).singleElement().satisfies(intent -> {
            assertThat(intent.worstCase()).isEqualTo(WorstCase.of(CHEAP_PRICE, bytes, Ladder.CHEAP_TOKENS));
            assertThat(intent.strongWorst()).isEqualTo(WorstCase.of(STRONG_PRICE, bytes, Ladder.CHEAP_TOKENS));
            assertThat(intent.questionId()).isEqualTo("q1");
            assertThat(intent.memberId()).contains("m1");
            assertThat(intent.serverId()).contains("s1");
            assertThat(intent.model()).isEqualTo("scripted-cheap");
        });
    }

    @Test
    void what_the_provider_counted_is_settled_with_what_the_strong_model_would_have_cost() {
        ladder.cheap.replies(claims(TRUE));

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(ladder.ledger.onlySettlement()).satisfies(s -> {
            assertThat(s.actual()).isEqualTo(CHEAP_PRICE.of(USUAL));
            assertThat(s.tokens()).contains(USUAL);
            assertThat(s.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(s.strongWouldHaveCost()).isEqualTo(STRONG_PRICE.of(USUAL));
        });
        assertThat(found.spending().cost()).isEqualTo(CHEAP_PRICE.of(USUAL));
        assertThat(found.spending().tokensIn()).isEqualTo(TOKENS_IN);
        assertThat(found.spending().tokensOut()).isEqualTo(TOKENS_OUT);
    }

    @Test
    void the_receipt_sums_both_tiers() {
        ladder.cheap.replies(claims(FALSE));
        ladder.strong.replies(claims(TRUE));

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(found.spending().cost()).isEqualTo(CHEAP_PRICE.of(USUAL).plus(STRONG_PRICE.of(USUAL)));
        assertThat(found.spending().tokensIn()).isEqualTo(2 * TOKENS_IN);
        assertThat(ladder.ledger.settled.values())
                .extracting(s -> s.outcome())
                .containsExactly(Outcome.REJECTED, Outcome.ANSWERED);
    }

    @Test
    void a_call_whose_tokens_nobody_told_counts_as_reserved() {
        ladder.cheap.replies(Replies.uncounted(claims(TRUE)));

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(ladder.ledger.onlySettlement().tokens()).isEmpty();
        assertThat(found.spending().cost()).isEqualTo(worst());
        assertThat(found.spending().tokensIn()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "2000000000, 2000000000"})
    void a_count_that_cannot_be_true_counts_as_reserved_in_the_receipt_too(int in, int out) {
        ladder.cheap.replies(Replies.counted(Replies.json(TRUE), in, out));

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(ladder.ledger.onlySettlement().tokens()).isEmpty();
        assertThat(found.spending().cost()).isEqualTo(worst());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN", "NO_SUCH_MODEL", "RATE_LIMITED", "MALFORMED", "TOO_LARGE"})
    void what_a_provider_refuses_unread_costs_nothing(Kind kind) {
        ladder.cheap.replies(refused(kind));

        Finding found = ladder.ask(Ladder.inquiry(Tier.CHEAP, false, Ladder.PASSAGES));

        assertThat(ladder.ledger.onlySettlement()).satisfies(s -> {
            assertThat(s.actual()).isEqualTo(Usd.ZERO);
            assertThat(s.tokens()).contains(new Tokens(0, 0));
            assertThat(s.outcome()).isEqualTo(Outcome.FAILED);
        });
        assertThat(found.spending().cost()).isEqualTo(Usd.ZERO);
        assertThat(found.spending().calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, CANCELLED",
        "INTERRUPTED, CANCELLED",
        "UNREACHABLE, FAILED",
        "SERVER_ERROR, FAILED",
        "MALFORMED, FAILED",
        "TOO_LARGE, FAILED",
        "FILTERED, FAILED"
    })
    void what_may_have_been_read_counts_as_reserved(Kind kind, Outcome outcome) {
        ladder.cheap.replies(lasting(kind));

        Finding found = ladder.ask(Ladder.inquiry(Tier.CHEAP, false, Ladder.PASSAGES));

        assertThat(ladder.ledger.onlySettlement()).satisfies(s -> {
            assertThat(s.tokens()).isEqualTo(Optional.empty());
            assertThat(s.outcome()).isEqualTo(outcome);
        });
        assertThat(found.spending().cost()).isEqualTo(worst());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "BREAKER_OPEN", "BULKHEAD_FULL", "TIMEOUT", "INTERRUPTED"})
    void what_never_went_out_is_given_back(Kind kind) {
        ladder.cheap.replies(unsent(kind));

        Finding found = ladder.ask(Ladder.inquiry(Tier.CHEAP, false, Ladder.PASSAGES));

        assertThat(ladder.ledger.released).hasSize(1);
        assertThat(ladder.ledger.settled).isEmpty();
        assertThat(found.spending().calls()).isZero();
        assertThat(found.spending().cost()).isEqualTo(Usd.ZERO);
    }

    @ParameterizedTest
    @EnumSource(names = {"BREAKER_OPEN", "RATE_LIMITED"})
    void for_a_tier_that_would_not_be_asked_nothing_is_put_aside(Kind kind) {
        ladder.cheap.refusal = Optional.of(unsent(kind));

        Finding found = ladder.ask(Ladder.inquiry(Tier.CHEAP, false, Ladder.PASSAGES));

        assertThat(ladder.ledger.reserved).isEmpty();
        assertThat(ladder.cheap.calls()).isZero();
        assertThat(found.spending().note()).contains(Notes.of(kind));
    }

    @Test
    void what_goes_out_besides_the_texts_counts_in_the_worst_case() {
        ladder.cheap.addedBytes = 1_000;
        ladder.cheap.replies(claims(TRUE));

        ladder.ask(Tier.CHEAP);

        int bytes = ladder.cheap.requests.get(0).inputBytes() + 1_000;
        assertThat(worst()).isEqualTo(WorstCase.of(CHEAP_PRICE, bytes, Ladder.CHEAP_TOKENS));
        assertThat(ladder.ledger.reserved.get(0).strongWorst())
                .isEqualTo(WorstCase.of(STRONG_PRICE, bytes, Ladder.CHEAP_TOKENS));
    }

    @Test
    void where_the_strong_tier_is_too_dear_the_receipt_of_the_cheap_one_says_so() {
        ladder.ledger.denied.put(Tier.STRONG, Cap.SERVER_DAY_USD);
        ladder.cheap.replies(claims(TRUE));

        assertThat(ladder.ask(Tier.STRONG).spending().note())
                .contains("this server's model budget for today is used up");
    }

    @Test
    void a_spent_budget_is_no_call_and_a_word_in_the_receipt() {
        ladder.ledger.denied.put(Tier.CHEAP, Cap.MEMBER_DAY_USD);
        ladder.ledger.denied.put(Tier.STRONG, Cap.MEMBER_DAY_USD);

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(ladder.calls()).isZero();
        assertThat(found.spending().calls()).isZero();
        assertThat(found.spending().note()).contains("your model budget for today is used up");
    }

    @Test
    void what_is_too_dear_of_the_strong_tier_the_cheap_one_may_do() {
        ladder.ledger.denied.put(Tier.STRONG, Cap.SERVER_DAY_USD);
        ladder.cheap.replies(claims(TRUE));

        assertThat(ladder.ask(Tier.STRONG))
                .isInstanceOfSatisfying(Finding.Verified.class, found -> assertThat(found.tier())
                        .isEqualTo(Tier.CHEAP));
    }

    @Test
    void a_ledger_that_cannot_be_written_lets_nobody_be_asked() {
        ladder.ledger.broken = true;

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(ladder.calls()).isZero();
        assertThat(found.spending().note()).contains(Notes.LEDGER);
    }

    @Test
    void a_ledger_that_fails_after_a_first_try_lets_nobody_be_asked_again() {
        ladder.cheap.replies(() -> {
            ladder.ledger.broken = true;
            return passing(Kind.SERVER_ERROR);
        });

        ladder.ask(Tier.CHEAP);

        assertThat(ladder.calls()).isEqualTo(1);
        assertThat(ladder.ledger.open()).isZero();
    }

    private Usd worst() {
        return ladder.ledger.reserved.get(0).worstCase();
    }
}
