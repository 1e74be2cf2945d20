package dev.rolewise.cache;

import static dev.rolewise.cache.Answers.answer;
import static dev.rolewise.cache.Answers.exact;
import static dev.rolewise.cache.Answers.key;
import static dev.rolewise.cache.Answers.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerCacheSingleFlightTest {
    private static final int CALLERS = 32;
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final FakeTicker ticker = new FakeTicker();
    private final AnswerCache cache = Answers.cache(new CacheSettings(1 << 20, Duration.ofDays(7)), ticker);
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger computed = new AtomicInteger();
    private final CountDownLatch computing = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void stop() {
        finish.countDown();
        threads.shutdownNow();
    }

    @Test
    void concurrent_twins_make_one_computation() throws Exception {
        List<Future<Answer>> callers = twins(answer("one"));
        finish.countDown();

        int cached = 0;
        for (Future<Answer> caller : callers) {
            Answer answer = caller.get();
            assertThat(answer.text()).isEqualTo("one");
            cached += answer.receipt().cached().equals(Optional.of(CacheHit.EXACT)) ? 1 : 0;
        }
        assertThat(computed).hasValue(1);
        assertThat(cached).isEqualTo(CALLERS - 1);
    }

    @Test
    void an_answer_that_a_failure_left_goes_to_all_who_wait() throws Exception {
        List<Future<Answer>> callers =
                twins(answer("local").with(Receipt.local(Spending.NONE.noted("the model could not be reached"))));
        finish.countDown();

        for (Future<Answer> caller : callers) {
            assertThat(caller.get().text()).isEqualTo("local");
        }
        assertThat(computed).hasValue(1);
        assertThat(cache.size()).isZero();
    }

    @Test
    void another_question_does_not_wait() throws Exception {
        twins(answer("one"));

        assertThat(cache.get(key("another"), WAIT, exact(() -> answer("two"))).text())
                .isEqualTo("two");
    }

    @Test
    void a_failed_computation_fails_for_all_who_wait() throws Exception {
        IllegalStateException broken = new IllegalStateException("broken");
        List<Future<Answer>> callers = start(() -> {
            throw broken;
        });
        finish.countDown();

        for (Future<Answer> caller : callers) {
            assertThatThrownBy(caller::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(broken);
        }
        assertThat(computed).hasValue(1);
        assertThat(cache.size()).isZero();
    }

    @Test
    void a_personal_answer_is_not_given_to_those_who_wait() throws Exception {
        List<Future<Answer>> callers = twins(answer("mine", Status.ANSWERED, Optional.of(profile(true))));
        finish.countDown();

        for (Future<Answer> caller : callers) {
            assertThat(caller.get().receipt().cached()).isEmpty();
        }
        assertThat(computed).hasValue(CALLERS);
    }

    @Test
    void who_waits_longer_than_allowed_is_told() throws Exception {
        twins(answer("one"));

        assertThatThrownBy(() -> cache.get(key("q"), Duration.ofMillis(5), exact(() -> answer("never"))))
                .isInstanceOf(WaitedTooLongException.class)
                .hasMessageContaining("5 ms");
    }

    @Test
    void an_interrupted_caller_stops_waiting_and_stays_interrupted() throws Exception {
        twins(answer("one"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> cache.get(key("q"), WAIT, exact(() -> answer("never"))))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void who_asks_during_a_fresh_computation_gets_what_is_kept() throws Exception {
        cache.get(key("q"), WAIT, exact(() -> answer("old")));
        Future<Answer> fresh = fresh();

        assertThat(cache.get(key("q"), WAIT, exact(() -> answer("never"))).text())
                .isEqualTo("old");
        finish.countDown();
        assertThat(fresh.get().text()).isEqualTo("new");
        assertThat(cache.get(key("q"), WAIT, exact(() -> answer("never"))).text())
                .isEqualTo("new");
    }

    @Test
    void who_asks_during_a_fresh_computation_waits_for_it_where_nothing_is_kept() throws Exception {
        Future<Answer> fresh = fresh();
        AtomicReference<Thread> waiter = new AtomicReference<>();
        Future<Answer> twin = threads.submit(() -> {
            waiter.set(Thread.currentThread());
            return cache.get(key("q"), WAIT, exact(() -> answer("never")));
        });
        await().until(() -> waiter.get() != null && waiter.get().getState() == Thread.State.TIMED_WAITING);
        finish.countDown();

        assertThat(fresh.get().text()).isEqualTo("new");
        assertThat(twin.get().text()).isEqualTo("new");
    }

    /** Returns when it computes. */
    private Future<Answer> fresh() {
        Future<Answer> fresh = threads.submit(() -> cache.fresh(key("q"), exact(() -> {
            computing.countDown();
            hold();
            return answer("new");
        })));
        hold(computing);
        return fresh;
    }

    /** Starts all callers; returns when one computes and the others wait for it. */
    private List<Future<Answer>> twins(Answer answer) throws InterruptedException {
        return start(() -> answer);
    }

    private List<Future<Answer>> start(Supplier<Answer> compute) throws InterruptedException {
        List<Future<Answer>> callers = new ArrayList<>();
        List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < CALLERS; i++) {
            callers.add(threads.submit(() -> {
                waiting.add(Thread.currentThread());
                return cache.get(key("q"), WAIT, exact(() -> {
                    computed.incrementAndGet();
                    hold();
                    return compute.get();
                }));
            }));
        }
        await().until(() -> waiting.size() == CALLERS
                && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        return callers;
    }

    private void hold() {
        hold(finish);
    }

    private static void hold(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
