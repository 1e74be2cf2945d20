package dev.rolewise.cache;

import static dev.rolewise.cache.Answers.about;
import static dev.rolewise.cache.Answers.answer;
import static dev.rolewise.cache.Answers.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Receipt.Reused;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.TickedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SemanticFlightTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final List<String> WORDINGS = List.of(
            "What tools does an arborist use?",
            "Which tools does an arborist use?",
            "What tools do arborists use?",
            "Which tools do arborists use?",
            "What are the tools of an arborist?",
            "What are the tools of arborists?",
            "An arborist uses what tools?",
            "Arborists use which tools?");

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicBoolean bears = new AtomicBoolean(true);
    private final AnswerCache cache = new AnswerCache(
            new CacheSettings(1 << 20, Duration.ofDays(7)),
            new ReuseGuard(0.8),
            (kept, asked) -> bears.get(),
            SharedLevel.NONE,
            () -> "",
            ticker,
            new TickedClock(ticker));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger computed = new AtomicInteger();
    private final CountDownLatch finish = new CountDownLatch(1);
    private final List<Thread> callers = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void know() {
        cache.changed(Scope.INSTALLATION, Answers.KNOWN);
    }

    @AfterEach
    void stop() {
        finish.countDown();
        threads.shutdownNow();
    }

    @Test
    void one_question_in_many_wordings_at_once_makes_one_computation() throws Exception {
        List<Future<Answer>> twins = twins(held("a saw"));
        finish.countDown();

        int semantic = 0;
        for (Future<Answer> twin : twins) {
            Answer answer = twin.get();
            assertThat(answer.text()).isEqualTo("a saw");
            semantic += answer.receipt().cached().equals(Optional.of(CacheHit.SEMANTIC)) ? 1 : 0;
        }
        assertThat(computed).hasValue(1);
        assertThat(semantic).isEqualTo(WORDINGS.size() - 1);
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void the_exact_twin_of_one_that_waits_gets_what_that_one_gets() throws Exception {
        List<Future<Answer>> twins = twins(held("a saw"));
        Future<Answer> twin = ask(wording(1), () -> "never");
        awaitWaiting(WORDINGS.size());
        finish.countDown();

        assertThat(twin.get().text()).isEqualTo("a saw");
        assertThat(twin.get().receipt().cached()).contains(CacheHit.SEMANTIC);
        assertThat(twins.get(1).get().receipt().reused())
                .isEqualTo(twin.get().receipt().reused());
        assertThat(computed).hasValue(1);
    }

    @Test
    void a_failure_fails_for_all_wordings_and_is_not_kept() throws Exception {
        IllegalStateException broken = new IllegalStateException("broken");
        List<Future<Answer>> twins = twins(() -> {
            hold();
            throw broken;
        });
        finish.countDown();

        for (Future<Answer> twin : twins) {
            assertThatThrownBy(twin::get).isInstanceOf(ExecutionException.class).hasCause(broken);
        }
        assertThat(computed).hasValue(1);
        assertThat(cache.size()).isZero();
        assertThat(ask(wording(1), () -> "mended").get().text()).isEqualTo("mended");
    }

    @Test
    void another_question_does_not_wait() throws Exception {
        twins(held("a saw"));

        QuestionProfile other = about("gardener", "What tools does a gardener use?", 0);
        assertThat(cache.get(key(other.text()), WAIT, Answers.of(other, () -> answer("a spade", other)))
                        .text())
                .isEqualTo("a spade");
    }

    @Test
    void what_turns_out_beside_the_point_is_made_by_each() throws Exception {
        List<Future<Answer>> twins = twins(held("a saw"));
        bears.set(false);
        finish.countDown();

        for (Future<Answer> twin : twins) {
            assertThat(twin.get().receipt().cached()).isEmpty();
        }
        assertThat(computed).hasValue(WORDINGS.size());
    }

    @Test
    void where_the_first_may_not_be_kept_any_more_one_of_the_others_makes_it_anew() throws Exception {
        Future<Answer> deleted = threads.submit(() -> {
            callers.add(Thread.currentThread());
            return cache.get(key(wording(0).text()), WAIT, deleted(wording(0)));
        });
        await().until(() -> computed.get() == 1);
        Future<Answer> twin = ask(wording(1), () -> "a rope");
        Future<Answer> exact = ask(wording(0), () -> "a rope");
        awaitWaiting(2);
        finish.countDown();

        assertThat(deleted.get().text()).isEqualTo("a saw");
        for (Future<Answer> other : List.of(twin, exact)) {
            assertThat(other.get().text()).isEqualTo("a rope");
            assertThat(other.get().receipt().reused().map(Reused::question)).isNotEqualTo(Optional.of(WORDINGS.get(0)));
        }
        assertThat(cache.size()).isPositive();
    }

    /** Of somebody who has all of theirs deleted while it is made. */
    private Computation deleted(QuestionProfile asked) {
        Computation made = Answers.of(asked, () -> {
            computed.incrementAndGet();
            hold();
            return answer("a saw", asked);
        });
        return new Computation() {
            @Override
            public boolean standsAlone() {
                return true;
            }

            @Override
            public QuestionProfile understood() {
                return asked;
            }

            @Override
            public boolean keep(Runnable work) {
                return false;
            }

            @Override
            public Answer answer() {
                return made.answer();
            }
        };
    }

    @Test
    void who_waits_keeps_their_own_deadline_and_leaves_the_search_to_who_has_more_time() throws Exception {
        Future<Answer> leader = ask(wording(0), held("a saw"));
        await().until(() -> computed.get() == 1);
        QuestionProfile asked = wording(1);
        CountDownLatch impatient = new CountDownLatch(1);
        Future<Answer> short_ = threads.submit(() -> {
            callers.add(Thread.currentThread());
            return cache.get(key(asked.text()), Duration.ofMillis(300), new Understood(asked, impatient));
        });
        await().until(() -> impatient.getCount() == 0);
        Future<Answer> patient = ask(asked, () -> "never");

        assertThatThrownBy(short_::get).hasCauseInstanceOf(WaitedTooLongException.class);
        finish.countDown();
        assertThat(patient.get().text()).isEqualTo("a saw");
        assertThat(leader.get().text()).isEqualTo("a saw");
        assertThat(computed).hasValue(1);
    }

    @Test
    void the_twins_of_a_personal_question_do_not_wait_for_it() throws Exception {
        QuestionProfile mine = Answers.profile(true);
        List<Future<Answer>> all = new ArrayList<>();
        CountDownLatch each = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            all.add(threads.submit(() -> cache.get(key("mine"), WAIT, Answers.of(mine, () -> {
                each.countDown();
                hold(each);
                return answer("mine", Status.ANSWERED, Optional.of(mine));
            }))));
        }

        for (Future<Answer> one : all) {
            assertThat(one.get().receipt().cached()).isEmpty();
        }
    }

    /** Starts all wordings; returns when the first computes and the others wait for it. */
    private List<Future<Answer>> twins(Supplier<String> made) {
        List<Future<Answer>> twins = new ArrayList<>();
        twins.add(ask(wording(0), made));
        await().until(() -> computed.get() == 1);
        for (int i = 1; i < WORDINGS.size(); i++) {
            twins.add(ask(wording(i), made));
        }
        awaitWaiting(WORDINGS.size() - 1);
        return twins;
    }

    private void awaitWaiting(int others) {
        await().until(() -> callers.stream()
                        .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                        .count()
                == others + 1);
    }

    private Future<Answer> ask(QuestionProfile asked, Supplier<String> made) {
        return threads.submit(() -> {
            callers.add(Thread.currentThread());
            return cache.get(key(asked.text()), WAIT, Answers.of(asked, () -> {
                computed.incrementAndGet();
                return answer(made.get(), asked);
            }));
        });
    }

    private static QuestionProfile wording(int i) {
        return about("arborist", WORDINGS.get(i), i * 0.01);
    }

    private Supplier<String> held(String text) {
        return () -> {
            hold();
            return text;
        };
    }

    /** Waits with a limit, so that its thread looks like those that wait for it. */
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

    /** Tells when it has been understood, and is never computed. */
    private record Understood(QuestionProfile profile, CountDownLatch told) implements Computation {
        @Override
        public boolean standsAlone() {
            return true;
        }

        @Override
        public QuestionProfile understood() {
            told.countDown();
            return profile;
        }

        @Override
        public Answer answer() {
            throw new AssertionError("it waits for its twin");
        }
    }
}
