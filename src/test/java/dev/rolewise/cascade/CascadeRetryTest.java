package dev.rolewise.cascade;

import static dev.rolewise.cascade.Ladder.TRUE;
import static dev.rolewise.cascade.Replies.claims;
import static dev.rolewise.cascade.Replies.lasting;
import static dev.rolewise.cascade.Replies.passing;
import static dev.rolewise.cascade.Replies.unsent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a tier is asked once more, and how long that waits. */
class CascadeRetryTest {
    private final Ladder ladder = new Ladder();

    /** One for a second try, and one for the other tier. */
    CascadeRetryTest() {
        ladder.maxCalls = 3;
    }

    @Test
    void what_may_pass_is_tried_once_more_after_a_short_wait() {
        ladder.cheap.replies(passing(Kind.SERVER_ERROR), claims(TRUE));

        Finding found = ladder.ask(Tier.CHEAP);

        assertThat(found).isInstanceOf(Finding.Verified.class);
        assertThat(found.spending().calls()).isEqualTo(2);
        assertThat(ladder.pauses).containsExactly(Duration.ofMillis(300));
    }

    @Test
    void a_wait_that_the_provider_asks_for_is_kept() {
        ladder.cheap.replies(passing(Kind.RATE_LIMITED, Duration.ofSeconds(7)), claims(TRUE));

        assertThat(ladder.ask(Tier.CHEAP)).isInstanceOf(Finding.Verified.class);
        assertThat(ladder.pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(ladder.cheap.timeouts.get(1))
                .isEqualTo(ladder.cheap.timeouts.get(0).minusSeconds(7));
    }

    @Test
    void a_second_try_does_not_use_up_the_call_of_the_other_tier() {
        ladder.maxCalls = 2;
        ladder.cheap.replies(passing(Kind.SERVER_ERROR));
        ladder.strong.replies(claims(TRUE));

        assertThat(ladder.ask(Tier.CHEAP))
                .isInstanceOfSatisfying(Finding.Verified.class, found -> assertThat(found.tier())
                        .isEqualTo(Tier.STRONG));
        assertThat(ladder.pauses).isEmpty();
    }

    @Test
    void where_the_other_tier_cannot_be_asked_its_call_is_free_for_a_second_try() {
        ladder.maxCalls = 2;
        ladder.strong.refusal = Optional.of(unsent(Kind.BREAKER_OPEN));
        ladder.cheap.replies(passing(Kind.SERVER_ERROR), claims(TRUE));

        assertThat(ladder.ask(Tier.CHEAP)).isInstanceOf(Finding.Verified.class);
        assertThat(ladder.cheap.calls()).isEqualTo(2);
    }

    @Test
    void where_no_other_tier_may_be_asked_both_calls_are_for_this_one() {
        ladder.maxCalls = 2;
        ladder.strong.replies(passing(Kind.SERVER_ERROR), claims(TRUE));

        assertThat(ladder.ask(Ladder.inquiry(Tier.STRONG, false, Ladder.PASSAGES)))
                .isInstanceOf(Finding.Verified.class);
    }

    @Test
    void where_the_wait_is_longer_than_the_time_the_next_tier_is_asked_instead() {
        ladder.cheap.replies(passing(Kind.RATE_LIMITED, Ladder.TIME));
        ladder.strong.replies(claims(TRUE));

        assertThat(ladder.ask(Tier.CHEAP))
                .isInstanceOfSatisfying(Finding.Verified.class, found -> assertThat(found.tier())
                        .isEqualTo(Tier.STRONG));
        assertThat(ladder.pauses).isEmpty();
    }

    @Test
    void a_wait_that_leaves_no_time_for_a_call_is_not_begun() {
        ladder.cheap.replies(passing(Kind.OVERLOADED, Ladder.TIME.minusMillis(400)));
        ladder.strong.replies(lasting(Kind.FORBIDDEN));

        ladder.ask(Tier.CHEAP);

        assertThat(ladder.pauses).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_does_not_pass_is_not_tried_again(Kind kind) {
        ladder.cheap.replies(lasting(kind));
        ladder.strong.replies(claims(TRUE));

        assertThat(ladder.ask(Tier.CHEAP)).isInstanceOf(Finding.Verified.class);
        assertThat(ladder.cheap.calls()).isEqualTo(1);
        assertThat(ladder.pauses).isEmpty();
    }

    @Test
    void what_never_went_out_is_not_tried_again() {
        ladder.cheap.replies(unsent(Kind.UNREACHABLE));
        ladder.strong.replies(claims(TRUE));

        assertThat(ladder.ask(Tier.CHEAP)).isInstanceOf(Finding.Verified.class);
        assertThat(ladder.cheap.calls()).isEqualTo(1);
    }

    @Test
    void no_wait_comes_before_a_call_that_may_not_be_made() {
        ladder.maxCalls = 1;
        ladder.cheap.replies(passing(Kind.OVERLOADED));

        assertThat(ladder.ask(Tier.CHEAP)).isInstanceOf(Finding.Nothing.class);
        assertThat(ladder.pauses).isEmpty();
    }

    @Test
    void each_try_is_reserved_and_settled_for_itself() {
        ladder.cheap.replies(passing(Kind.SERVER_ERROR), claims(TRUE));

        ladder.ask(Tier.CHEAP);

        assertThat(ladder.ledger.reserved).hasSize(2);
        assertThat(ladder.ledger.settled).hasSize(2);
    }

    @Test
    void an_interrupt_during_the_wait_ends_the_work() {
        ladder.cheap.replies(passing(Kind.SERVER_ERROR));
        Cascade cascade = ladder.cascade(time -> {
            throw new InterruptedException();
        });

        Finding found =
                cascade.ask(Ladder.inquiry(Tier.CHEAP, true, Ladder.PASSAGES), Deadline.in(Ladder.TIME, ladder.ticker));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isInstanceOf(Finding.Nothing.class);
        assertThat(ladder.calls()).isEqualTo(1);
        assertThat(ladder.ledger.open()).isZero();
    }
}
