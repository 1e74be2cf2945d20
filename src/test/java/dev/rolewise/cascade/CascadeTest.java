package dev.rolewise.cascade;

import static dev.rolewise.cascade.Ladder.FALSE;
import static dev.rolewise.cascade.Ladder.PASSAGES;
import static dev.rolewise.cascade.Ladder.TRUE;
import static dev.rolewise.cascade.Replies.claims;
import static dev.rolewise.cascade.Replies.lasting;
import static dev.rolewise.cascade.Replies.passing;
import static dev.rolewise.cascade.Replies.unsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tiers are asked, in which order, and when nobody is asked any more. */
class CascadeTest {
    private final Ladder ladder = new Ladder();

    private static Finding.Verified verified(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Verified.class);
        return (Finding.Verified) finding;
    }

    private static String note(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Nothing.class);
        return finding.spending().note().orElse("");
    }

    @Test
    void a_good_answer_of_the_cheap_tier_is_enough() {
        ladder.cheap.replies(claims(TRUE));

        Finding.Verified found = verified(ladder.ask(Tier.CHEAP));

        assertThat(found.tier()).isEqualTo(Tier.CHEAP);
        assertThat(found.spending().model()).contains("scripted-cheap");
        assertThat(found.spending().calls()).isEqualTo(1);
        assertThat(found.spending().note()).isEmpty();
        assertThat(ladder.strong.calls()).isZero();
    }

    @Test
    void where_the_cheap_tier_does_not_answer_well_the_strong_one_is_asked() {
        ladder.cheap.replies(claims(FALSE));
        ladder.strong.replies(claims(TRUE));

        Finding.Verified found = verified(ladder.ask(Tier.CHEAP));

        assertThat(found.tier()).isEqualTo(Tier.STRONG);
        assertThat(found.spending().calls()).isEqualTo(2);
        assertThat(found.spending().note()).isEmpty();
    }

    @Test
    void where_the_strong_tier_fails_the_cheap_one_is_better_than_none() {
        ladder.strong.replies(lasting(Kind.UNAUTHORIZED));
        ladder.cheap.replies(claims(TRUE));

        assertThat(verified(ladder.ask(Tier.STRONG)).tier()).isEqualTo(Tier.CHEAP);
    }

    @Test
    void where_the_cheap_tier_stands_in_for_the_strong_one_the_receipt_says_why() {
        ladder.strong.replies(lasting(Kind.UNAUTHORIZED));
        ladder.cheap.replies(claims(TRUE));

        assertThat(verified(ladder.ask(Tier.STRONG)).spending().note())
                .contains("the model turned us away, which is for whoever runs this bot to mend");
    }

    @Test
    void what_the_strong_tier_cannot_answer_the_cheap_one_is_not_asked() {
        ladder.strong.replies(claims(FALSE));

        assertThat(note(ladder.ask(Tier.STRONG))).isEqualTo(Notes.UNSUPPORTED);
        assertThat(ladder.cheap.calls()).isZero();
    }

    @Test
    void where_one_tier_is_asked_for_no_other_answers() {
        ladder.strong.replies(lasting(Kind.UNAUTHORIZED));

        Finding found = ladder.ask(Ladder.inquiry(Tier.STRONG, false, PASSAGES));

        assertThat(note(found)).startsWith("the model turned us away");
        assertThat(ladder.cheap.calls()).isZero();
    }

    @Test
    void no_more_calls_are_made_than_may_be() {
        ladder.maxCalls = 1;
        ladder.cheap.replies(claims(FALSE));

        assertThat(note(ladder.ask(Tier.CHEAP))).isEqualTo(Notes.UNSUPPORTED);
        assertThat(ladder.calls()).isEqualTo(1);
    }

    @Test
    void trying_again_counts_as_a_call() {
        ladder.cheap.replies(passing(Kind.SERVER_ERROR), passing(Kind.SERVER_ERROR));

        assertThat(note(ladder.ask(Ladder.inquiry(Tier.CHEAP, false, PASSAGES))))
                .isEqualTo("the model failed");
        assertThat(ladder.calls()).isEqualTo(2);
    }

    @Test
    void a_call_that_never_went_out_takes_nothing_from_those_that_may_be_made() {
        ladder.maxCalls = 1;
        ladder.cheap.replies(unsent(Kind.BREAKER_OPEN));
        ladder.strong.replies(claims(TRUE));

        Finding.Verified found = verified(ladder.ask(Tier.CHEAP));

        assertThat(found.tier()).isEqualTo(Tier.STRONG);
        assertThat(found.spending().calls()).isEqualTo(1);
    }

    @Test
    void a_tier_that_is_not_set_up_is_passed_over() {
        ladder.rungs = Map.of(Tier.STRONG, new Rung(ladder.strong, Ladder.STRONG_PRICE, Ladder.STRONG_TOKENS));
        ladder.strong.replies(claims(TRUE));

        assertThat(verified(ladder.ask(Tier.CHEAP)).tier()).isEqualTo(Tier.STRONG);
        assertThat(ladder.cascade().has(Tier.CHEAP)).isFalse();
        assertThat(ladder.cascade().instead(Tier.CHEAP)).contains(Tier.STRONG);
    }

    @Test
    void with_no_tier_at_all_nothing_is_found_and_nothing_is_wrong() {
        ladder.rungs = Map.of();

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(found).isEqualTo(new Finding.Nothing(dev.rolewise.question.Spending.NONE));
        assertThat(ladder.cascade().instead(Tier.STRONG)).isEqualTo(Optional.empty());
    }

    @Test
    void with_no_passage_there_is_nothing_to_ask() {
        Finding found = ladder.ask(Ladder.inquiry(Tier.CHEAP, true, List.of()));

        assertThat(found).isInstanceOf(Finding.Nothing.class);
        assertThat(ladder.ledger.reserved).isEmpty();
    }

    @Test
    void a_call_ends_early_enough_for_its_answer_to_be_checked_by_the_deadline() {
        ladder.cheap.replies(claims(TRUE));

        ladder.ask(Tier.CHEAP);

        assertThat(ladder.cheap.timeouts).singleElement().satisfies(timeout -> assertThat(timeout)
                .isBetween(Ladder.TIME.minusSeconds(2), Ladder.TIME.minusMillis(200)));
    }

    @Test
    void what_is_left_of_the_time_is_all_that_the_next_tier_gets() {
        ladder.cheap.replies(() -> {
            ladder.ticker.advance(Duration.ofSeconds(15));
            return claims(FALSE);
        });
        ladder.strong.replies(claims(TRUE));

        assertThat(verified(ladder.ask(Tier.CHEAP)).tier()).isEqualTo(Tier.STRONG);
        assertThat(ladder.strong.timeouts).singleElement().satisfies(timeout -> assertThat(timeout)
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5)));
    }

    @Test
    void where_no_time_is_left_the_next_tier_is_not_asked() {
        ladder.cheap.replies(() -> {
            ladder.ticker.advance(Ladder.TIME.minusMillis(100));
            return claims(FALSE);
        });

        assertThat(note(ladder.ask(Tier.CHEAP))).isEqualTo(Notes.UNSUPPORTED);
        assertThat(ladder.strong.calls()).isZero();
    }

    @Test
    void a_question_that_comes_too_late_asks_nobody_and_says_so() {
        Finding found = ladder.ask(Ladder.inquiry(Tier.CHEAP, true, PASSAGES), Duration.ofMillis(100));

        assertThat(note(found)).isEqualTo("the model did not answer in time");
        assertThat(ladder.ledger.reserved).isEmpty();
    }

    @Test
    void an_interrupted_thread_asks_nobody_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(note(found)).isEqualTo("the model did not answer in time");
        assertThat(ladder.ledger.reserved).isEmpty();
    }

    @Test
    void after_an_interrupt_no_other_tier_is_asked_and_the_call_is_settled() {
        ladder.cheap.replies(() -> {
            Thread.currentThread().interrupt();
            return lasting(Kind.INTERRUPTED);
        });

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(note(found)).isEqualTo("the model did not answer in time");
        assertThat(ladder.ledger.open()).isZero();
        assertThat(ladder.strong.calls()).isZero();
    }

    @Test
    void the_generation_changes_with_the_models() {
        String both = ladder.cascade().generation();
        ladder.rungs = Map.of(Tier.STRONG, new Rung(ladder.strong, Ladder.STRONG_PRICE, Ladder.STRONG_TOKENS));

        assertThat(ladder.cascade().generation()).isNotEqualTo(both);
    }

    @Test
    void the_local_tier_is_no_start_for_models() {
        assertThatThrownBy(() -> Ladder.inquiry(Tier.LOCAL, true, PASSAGES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
