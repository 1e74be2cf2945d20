package dev.rolewise.cache;

import static dev.rolewise.cache.Answers.answer;
import static dev.rolewise.cache.Answers.exact;
import static dev.rolewise.cache.Answers.key;
import static dev.rolewise.cache.Answers.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerCacheTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final CacheSettings WEEK = new CacheSettings(1 << 20, Duration.ofDays(7));

    private final FakeTicker ticker = new FakeTicker();
    private final AnswerCache cache = Answers.cache(WEEK, ticker);
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void the_first_answer_comes_back_as_it_was_made() {
        Answer made = answer("fresh");

        assertThat(cache.get(key("q"), WAIT, counted(made))).isSameAs(made);
    }

    @Test
    void a_hit_says_that_it_is_one_and_how_old_and_how_fast() {
        cache.get(key("What is ML?"), WAIT, exact(() -> {
            ticker.advance(Duration.ofMillis(300));
            return answer("a model");
        }));
        ticker.advance(Duration.ofHours(2));

        Answer hit = cache.get(key("what is ml"), WAIT, counted(answer("never")));

        assertThat(hit.text()).isEqualTo("a model");
        assertThat(hit.receipt().cached()).contains(CacheHit.EXACT);
        assertThat(hit.receipt().age()).isEqualTo(Duration.ofHours(2));
        assertThat(hit.receipt().latency()).isLessThan(Duration.ofMillis(40));
        assertThat(hit.receipt().servedBy()).isEqualTo(Tier.LOCAL);
        assertThat(computed).hasValue(0);
    }

    @Test
    void an_answer_that_a_failure_left_is_made_again_for_the_next_who_asks() {
        cache.get(key("q"), WAIT, counted(makeshift("local")));

        Answer next = cache.get(key("q"), WAIT, counted(answer("of a model")));

        assertThat(next.text()).isEqualTo("of a model");
        assertThat(next.receipt().cached()).isEmpty();
        assertThat(cache.size()).isEqualTo(1);
    }

    private static Answer makeshift(String text) {
        return answer(text).with(Receipt.local(Spending.NONE.noted("the model could not be reached")));
    }

    @Test
    void hits_do_not_make_an_answer_live_longer() {
        cache.get(key("q"), WAIT, counted(answer("one")));
        ticker.advance(Duration.ofDays(6));
        cache.get(key("q"), WAIT, counted(answer("two")));
        ticker.advance(Duration.ofDays(1));

        assertThat(cache.get(key("q"), WAIT, counted(answer("three"))).text()).isEqualTo("three");
        assertThat(computed).hasValue(2);
    }

    @Test
    void answers_over_the_weight_are_dropped_and_the_cache_stays_within_it() {
        int one = AnswerWeight.of(key("question 0"), kept(answer("x".repeat(1000))));
        AnswerCache small = Answers.cache(new CacheSettings(10L * one + 100, Duration.ofDays(7)), ticker);

        for (int i = 0; i < 100; i++) {
            small.get(key("question " + i % 10 + i / 10), WAIT, counted(answer("x".repeat(1000))));
        }

        assertThat(small.size()).isBetween(5L, 10L);
    }

    @Test
    void with_no_room_nothing_is_kept() {
        AnswerCache none = Answers.cache(new CacheSettings(0, Duration.ofDays(7)), ticker);
        none.get(key("q"), WAIT, counted(answer("one")));

        assertThat(none.size()).isZero();
        assertThat(none.get(key("q"), WAIT, counted(answer("two"))).receipt().cached())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ANSWERED", "NOT_COVERED", "OUT_OF_SCOPE"})
    void answers_that_are_the_same_for_everybody_are_kept(Status status) {
        cache.get(key("q"), WAIT, counted(answer("one", status, Optional.of(profile(false)))));

        assertThat(cache.get(key("q"), WAIT, counted(answer("two"))).text()).isEqualTo("one");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"BLOCKED", "BUSY"})
    void answers_for_the_moment_are_not_kept(Status status) {
        assertNotKept(answer("one", status, Optional.empty()));
    }

    @Test
    void personal_answers_are_not_kept_also_where_only_one_part_is_personal() {
        QuestionProfile half = profile(false, profile(false), profile(true));

        assertNotKept(answer("one", Status.ANSWERED, Optional.of(profile(true))));
        assertNotKept(answer("one", Status.ANSWERED, Optional.of(half)));
    }

    @Test
    void a_failed_computation_is_not_kept() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> cache.get(key("q"), WAIT, exact(() -> {
                    throw broken;
                })))
                .isSameAs(broken);

        assertThat(cache.size()).isZero();
        assertThat(cache.get(key("q"), WAIT, counted(answer("mended"))).text()).isEqualTo("mended");
    }

    @Test
    void fresh_replaces_what_is_kept() {
        cache.get(key("q"), WAIT, counted(answer("old")));
        ticker.advance(Duration.ofHours(1));

        Answer fresh = cache.fresh(key("q"), counted(answer("new")));
        Answer hit = cache.get(key("q"), WAIT, counted(answer("never")));

        assertThat(fresh.receipt().cached()).isEmpty();
        assertThat(hit.text()).isEqualTo("new");
        assertThat(hit.receipt().age()).isZero();
        assertThat(computed).hasValue(2);
    }

    @Test
    void an_invalidated_answer_is_computed_again() {
        cache.get(key("q"), WAIT, counted(answer("old")));
        cache.evict(key("q"), answer -> true);

        assertThat(cache.get(key("q"), WAIT, counted(answer("new"))).text()).isEqualTo("new");
    }

    @Test
    void an_answer_that_was_invalidated_while_it_was_made_is_not_kept() {
        cache.get(key("q"), WAIT, exact(() -> {
            cache.evict(key("q"), answer -> true);
            return answer("old");
        }));

        assertThat(cache.get(key("q"), WAIT, counted(answer("new"))).text()).isEqualTo("new");
    }

    @Test
    void a_bigger_answer_weighs_more() {
        int small = AnswerWeight.of(key("q"), kept(answer("x")));
        int big = AnswerWeight.of(key("q"), kept(answer("x".repeat(1001))));

        assertThat(big - small).isEqualTo(2 * 2 * 1000);
    }

    @Test
    void settings_without_sense_are_refused() {
        assertThatThrownBy(() -> new CacheSettings(-1, Duration.ofDays(1))).hasMessageContaining("cache.max-bytes");
        assertThatThrownBy(() -> new CacheSettings(1, Duration.ZERO)).hasMessageContaining("cache.expire-after");
    }

    private static CachedAnswer kept(Answer answer) {
        return new CachedAnswer(answer, Instant.EPOCH, "", Answers.KNOWN);
    }

    private void assertNotKept(Answer answer) {
        cache.get(key("q"), WAIT, exact(() -> answer));

        assertThat(cache.size()).isZero();
        assertThat(cache.get(key("q"), WAIT, exact(() -> answer)).receipt().cached())
                .isEmpty();
    }

    private Computation counted(Answer answer) {
        return exact(() -> {
            computed.incrementAndGet();
            return answer;
        });
    }
}
