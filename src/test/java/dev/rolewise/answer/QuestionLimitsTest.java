package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.answer.QuestionLimits.Admission;
import dev.rolewise.answer.QuestionLimits.Denied;
import dev.rolewise.answer.QuestionLimits.Granted;
import dev.rolewise.answer.QuestionLimits.Reason;
import dev.rolewise.command.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionLimitsTest {
    private static final int PLENTY = 1_000;
    private static final Caller ANNA = member("anna");
    private static final Caller BEN = member("ben");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T19:00:00Z"));
    private final ExecutorService threads = Executors.newFixedThreadPool(64);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_member_may_ask_so_many_questions_in_any_minute() {
        QuestionLimits limits = limits(new LimitSettings(2, PLENTY, PLENTY, PLENTY));
        answered(limits, ANNA);
        clock.advance(Duration.ofSeconds(40));
        answered(limits, ANNA);

        Denied denied = denied(limits, ANNA);

        assertThat(denied.reason()).isEqualTo(Reason.MEMBER_MINUTE);
        assertThat(denied.comeBack()).isEqualTo(Duration.ofSeconds(20));
        assertThat(denied.text())
                .isEqualTo("You've asked 2 questions in the last minute. Please try again in 20 seconds.");
        clock.advance(denied.comeBack().minusMillis(1));
        assertThat(denied(limits, ANNA).text()).endsWith("in 1 second.");
        clock.advance(Duration.ofMillis(1));
        answered(limits, ANNA);
        assertThat(denied(limits, ANNA).comeBack()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_member_may_ask_so_many_questions_a_day_until_midnight_utc() {
        QuestionLimits limits = limits(new LimitSettings(PLENTY, 1, PLENTY, PLENTY));
        answered(limits, ANNA);

        Denied denied = denied(limits, ANNA);

        assertThat(denied.reason()).isEqualTo(Reason.MEMBER_DAY);
        assertThat(denied.comeBack()).isEqualTo(Duration.ofHours(5));
        assertThat(denied.text())
                .isEqualTo("You've asked 1 question today, and that's the limit for one day."
                        + " Please come back tomorrow (00:00 UTC, in 5 h).");
        clock.advance(Duration.ofHours(4).plusMinutes(25));
        assertThat(denied(limits, ANNA).text()).endsWith("(00:00 UTC, in 35 min).");
        clock.advance(Duration.ofMinutes(35));
        answered(limits, ANNA);
    }

    @Test
    void a_server_may_allow_less_than_the_installation_and_only_what_is_asked_there_counts() {
        ServerLimits wish = new ServerLimits(Optional.of(2), Optional.of(3), Optional.empty());
        QuestionLimits limits = new QuestionLimits(
                new LimitSettings(PLENTY, PLENTY, PLENTY, PLENTY),
                server -> server.equals("server") ? wish : ServerLimits.NONE,
                clock);
        answered(limits, Caller.member(ANNA.memberId(), Optional.of("other"), "general"));
        answered(limits, ANNA);
        clock.advance(Duration.ofMinutes(20));
        answered(limits, ANNA);

        Denied hour = denied(limits, ANNA);
        assertThat(hour.reason()).isEqualTo(Reason.MEMBER_HOUR);
        assertThat(hour.text()).contains("2 questions here in the last hour").endsWith("in 40 minutes.");

        clock.advance(Duration.ofMinutes(40));
        answered(limits, ANNA);
        clock.advance(Duration.ofHours(1));
        assertThat(denied(limits, ANNA).text()).contains("3 questions here today");
        answered(limits, Caller.member(ANNA.memberId(), Optional.of("other"), "general"));
    }

    @Test
    void a_server_may_ask_so_many_questions_a_day_and_others_go_on() {
        QuestionLimits limits = limits(new LimitSettings(PLENTY, PLENTY, 2, PLENTY));
        answered(limits, ANNA);
        answered(limits, BEN);

        Denied denied = denied(limits, ANNA);

        assertThat(denied.reason()).isEqualTo(Reason.SERVER_DAY);
        assertThat(denied.text())
                .startsWith("This server has asked 2 questions today")
                .contains("in 5 h");
        answered(limits, Caller.member("anna", Optional.empty(), "direct"));
        answered(limits, Caller.member("anna", Optional.of("another"), "general"));
        clock.advance(Duration.ofHours(5));
        answered(limits, ANNA);
    }

    @Test
    void a_member_may_have_so_many_questions_in_flight() {
        QuestionLimits limits = limits(new LimitSettings(PLENTY, PLENTY, PLENTY, 1));
        Granted first = granted(limits, ANNA);

        Denied denied = denied(limits, ANNA);

        assertThat(denied.reason()).isEqualTo(Reason.MEMBER_IN_FLIGHT);
        assertThat(denied.comeBack()).isPositive();
        assertThat(denied.text())
                .isEqualTo("I'm still working on your last question. Please ask again once it's answered.");
        answered(limits, BEN);
        first.close();
        granted(limits, ANNA);
    }

    @Test
    void closing_twice_frees_one_place_only() {
        QuestionLimits limits = limits(new LimitSettings(PLENTY, PLENTY, PLENTY, 2));
        Granted first = granted(limits, ANNA);
        granted(limits, ANNA);
        first.close();
        first.close();
        granted(limits, ANNA);

        assertThat(denied(limits, ANNA).text())
                .isEqualTo(
                        "I'm still working on your last 2 questions. Please ask again once one of them is answered.");
    }

    @Test
    void a_denied_question_costs_nothing() {
        QuestionLimits limits = limits(new LimitSettings(1, 2, 2, PLENTY));
        answered(limits, ANNA);
        for (int i = 0; i < 50; i++) {
            assertThat(denied(limits, ANNA).reason()).isEqualTo(Reason.MEMBER_MINUTE);
        }
        clock.advance(Duration.ofMinutes(1));

        answered(limits, ANNA);
    }

    @Test
    void the_limit_that_takes_longest_is_the_one_that_is_said() {
        QuestionLimits limits = limits(new LimitSettings(1, 1, 1, 1));
        granted(limits, ANNA);

        assertThat(denied(limits, ANNA).reason()).isEqualTo(Reason.MEMBER_DAY);
        assertThat(denied(limits, BEN).reason()).isEqualTo(Reason.SERVER_DAY);
    }

    @Test
    void the_person_at_the_terminal_has_no_limits() {
        QuestionLimits limits = limits(new LimitSettings(1, 1, 1, 1));
        Caller local = Caller.TERMINAL;

        for (int i = 0; i < 100; i++) {
            granted(limits, local);
        }
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out() {
        QuestionLimits limits = limits(new LimitSettings(1, PLENTY, PLENTY, PLENTY));
        answered(limits, ANNA);
        clock.advance(Duration.ofHours(-1));

        answered(limits, ANNA);
    }

    @Test
    void a_question_that_waits_for_its_turn_is_in_flight() {
        QuestionLimits limits = limits(new LimitSettings(PLENTY, PLENTY, PLENTY, 2));
        assertThat(limits.accept(ANNA)).isEmpty();
        Granted begun = granted(limits, ANNA);
        assertThat(limits.accept(ANNA)).isEmpty();

        assertThat(limits.accept(ANNA).orElseThrow().reason()).isEqualTo(Reason.MEMBER_IN_FLIGHT);
        assertThat(limits.accept(BEN)).isEmpty();
        begun.close();
        assertThat(limits.accept(ANNA)).isEmpty();
    }

    @Test
    void a_question_counts_once_however_long_it_waits_for_its_turn() {
        QuestionLimits limits = limits(new LimitSettings(1, 1, 1, 1));
        assertThat(limits.accept(ANNA)).isEmpty();
        clock.advance(Duration.ofMinutes(14));

        granted(limits, ANNA).close();
        assertThat(denied(limits, ANNA).reason()).isEqualTo(Reason.MEMBER_DAY);
    }

    @Test
    void a_question_that_never_gets_its_turn_stands_in_the_way_for_a_minute() {
        QuestionLimits limits = limits(new LimitSettings(PLENTY, PLENTY, PLENTY, 1));
        assertThat(limits.accept(ANNA)).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(limits.accept(ANNA).orElseThrow().reason()).isEqualTo(Reason.MEMBER_IN_FLIGHT);
        clock.advance(Duration.ofSeconds(1));

        for (int i = 0; i < 3; i++) {
            assertThat(limits.accept(ANNA)).isEmpty();
            granted(limits, ANNA).close();
        }
    }

    @Test
    void a_look_counts_nothing() {
        QuestionLimits limits = limits(new LimitSettings(1, PLENTY, PLENTY, 1));
        assertThat(limits.look(ANNA)).isEmpty();
        assertThat(limits.look(ANNA)).isEmpty();
        assertThat(limits.accept(ANNA)).isEmpty();

        assertThat(limits.look(ANNA).orElseThrow().reason()).isEqualTo(Reason.MEMBER_MINUTE);
    }

    @Test
    void members_who_ask_all_the_time_from_many_threads_never_have_more_in_flight_than_they_may() throws Exception {
        QuestionLimits limits = limits(new LimitSettings(10_000, 10_000, 10_000, 2));
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            callers.add(() -> {
                for (int n = 0; n < 200; n++) {
                    if (limits.accept(ANNA).isEmpty()) {
                        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                        Granted turn = (Granted) limits.admit(ANNA);
                        answered.incrementAndGet();
                        inFlight.decrementAndGet();
                        turn.close();
                    }
                }
                return true;
            });
        }
        for (Future<Boolean> caller : threads.invokeAll(callers)) {
            assertThat(caller.get()).isTrue();
        }
        assertThat(most.get()).isBetween(1, 2);
        assertThat(answered.get()).isPositive();
        assertThat(limits.look(ANNA)).isEmpty();
    }

    @Test
    void sixty_four_threads_never_exceed_a_limit() throws Exception {
        for (int round = 1; round <= 50; round++) {
            assertThat(admittedAtOnce(new LimitSettings(10, PLENTY, PLENTY, PLENTY), i -> ANNA))
                    .isEqualTo(10);
            assertThat(admittedAtOnce(new LimitSettings(PLENTY, 11, PLENTY, PLENTY), i -> ANNA))
                    .isEqualTo(11);
            assertThat(admittedAtOnce(new LimitSettings(PLENTY, PLENTY, 12, PLENTY), i -> member("m" + i)))
                    .isEqualTo(12);
            assertThat(admittedAtOnce(new LimitSettings(PLENTY, PLENTY, PLENTY, 3), i -> ANNA))
                    .isEqualTo(3);
        }
    }

    @Test
    void a_limit_below_one_is_refused_by_its_name() {
        assertThatThrownBy(() -> new LimitSettings(0, 1, 1, 1)).hasMessageContaining("limits.member-minute");
        assertThatThrownBy(() -> new LimitSettings(1, 0, 1, 1)).hasMessageContaining("limits.member-day");
        assertThatThrownBy(() -> new LimitSettings(1, 1, 0, 1)).hasMessageContaining("limits.server-day");
        assertThatThrownBy(() -> new LimitSettings(1, 1, 1, 0)).hasMessageContaining("limits.member-in-flight");
    }

    /** How many of 64 callers who ask at the same moment are admitted. */
    private long admittedAtOnce(LimitSettings settings, IntFunction<Caller> caller) throws Exception {
        QuestionLimits limits = limits(settings);
        CyclicBarrier start = new CyclicBarrier(64);
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Caller one = caller.apply(i);
            callers.add(() -> {
                start.await();
                return limits.admit(one) instanceof Granted;
            });
        }
        long admitted = 0;
        for (Future<Boolean> answer : threads.invokeAll(callers)) {
            admitted += answer.get() ? 1 : 0;
        }
        return admitted;
    }

    private QuestionLimits limits(LimitSettings settings) {
        return new QuestionLimits(settings, clock);
    }

    private static void answered(QuestionLimits limits, Caller caller) {
        granted(limits, caller).close();
    }

    private static Granted granted(QuestionLimits limits, Caller caller) {
        Admission admission = limits.admit(caller);
        assertThat(admission).isInstanceOf(Granted.class);
        return (Granted) admission;
    }

    private static Denied denied(QuestionLimits limits, Caller caller) {
        Admission admission = limits.admit(caller);
        assertThat(admission).isInstanceOf(Denied.class);
        return (Denied) admission;
    }

    private static Caller member(String id) {
        return Caller.member(id, Optional.of("server"), "general");
    }

    /** A clock that moves only when told. */
    private static final class MovableClock extends Clock {
        private volatile Instant now;

        MovableClock(Instant start) {
            now = start;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
