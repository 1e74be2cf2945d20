package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolewise.cascade.model.ModelReply.Failure;
import dev.rolewise.cascade.model.ModelReply.Fate;
import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Tier;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider does: one call, an answer in time, and nothing left behind. */
class ProviderFaultsIT {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** What a provider does and what is to come of it; every request was sent. */
    private record Case(String name, Script script, Kind kind, boolean retriable) {
        /** Azure charges for these. */
        private static final List<String> CHARGED = List.of("400 filter", "400 length", "408");

        Fate fate() {
            boolean refused = name.startsWith("4") || name.startsWith("503") || name.startsWith("529");
            return refused && !CHARGED.contains(name) ? Fate.REFUSED : Fate.TAKEN;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> faults() {
        return Stream.of(
                new Case("takes the request and is silent", Scripts.silent(), Kind.TIMEOUT, false),
                new Case("stalls in the body", Scripts.stalledBody(), Kind.TIMEOUT, false),
                new Case("dribbles", Scripts.dribble(), Kind.TIMEOUT, false),
                new Case("hangs up", Scripts.hangUp(), Kind.UNREACHABLE, true),
                new Case("hangs up in the body", Scripts.cutBody(), Kind.UNREACHABLE, true),
                new Case("speaks no HTTP", Scripts.noHttp(), Kind.MALFORMED, false),
                new Case("400", Scripts.error(400, "invalid_request"), Kind.MALFORMED, false),
                new Case("400 filter", Scripts.error(400, "content_filter"), Kind.FILTERED, false),
                new Case("400 length", Scripts.error(400, "context_length_exceeded"), Kind.TOO_LARGE, false),
                new Case("400 model", Scripts.error(400, "model_not_found"), Kind.NO_SUCH_MODEL, false),
                new Case("401", Scripts.error(401, "invalid_api_key"), Kind.UNAUTHORIZED, false),
                new Case("402", Scripts.error(402, "payment_required"), Kind.FORBIDDEN, false),
                new Case("403", Scripts.error(403, "forbidden"), Kind.FORBIDDEN, false),
                new Case("404", Scripts.error(404, "model_not_found"), Kind.NO_SUCH_MODEL, false),
                new Case("408", Scripts.error(408, "timeout"), Kind.TIMEOUT, true),
                new Case("413", Scripts.error(413, "too_large"), Kind.TOO_LARGE, false),
                new Case("429", Scripts.error(429, "rate_limit_exceeded"), Kind.RATE_LIMITED, true),
                new Case("429 no credit", Scripts.error(429, "insufficient_quota"), Kind.RATE_LIMITED, false),
                new Case("500", Scripts.error(500, "server_error"), Kind.SERVER_ERROR, true),
                new Case("502", Scripts.error(502, "bad_gateway"), Kind.SERVER_ERROR, true),
                new Case("503", Scripts.error(503, "overloaded"), Kind.OVERLOADED, true),
                new Case("504", Scripts.error(504, "timeout"), Kind.TIMEOUT, true),
                new Case("529", Scripts.error(529, "overloaded_error"), Kind.OVERLOADED, true),
                new Case("malformed JSON", Scripts.malformedJson(), Kind.MALFORMED, false),
                new Case("truncated JSON", Scripts.truncatedJson(), Kind.MALFORMED, false),
                new Case("JSON of another form", Scripts.otherJson(), Kind.MALFORMED, false),
                new Case("empty choices", Scripts.emptyChoices(), Kind.MALFORMED, false),
                new Case("wrong content type", Scripts.wrongContentType(), Kind.MALFORMED, false),
                new Case("HTML page", Scripts.htmlPage(), Kind.MALFORMED, false),
                new Case("50 MB announced", Scripts.huge(true), Kind.TOO_LARGE, false),
                new Case("50 MB without a word", Scripts.huge(false), Kind.TOO_LARGE, false));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void one_call_a_failure_in_time_and_a_free_thread(Case fault) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.always(fault.script());

            ModelReply reply = assertTimeoutPreemptively(LATE, () -> tier.call(Tiers.REQUEST, timeout(fault)));

            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(fault.kind());
                assertThat(failure.retriable()).isEqualTo(fault.retriable());
                assertThat(failure.fate()).isEqualTo(fault.fate());
                assertThat(failure.retryAfter()).isEmpty();
                assertThat(failure.forOperators())
                        .hasSizeBetween(20, 200)
                        .doesNotContain("\n", "canary", "Java", "Exception");
            });
            await().until(() -> tier.busyThreads() == 0);
            assertThat(provider.calls()).isEqualTo(1);
        }
    }

    private static Duration timeout(Case fault) {
        return fault.kind() == Kind.TIMEOUT && !fault.retriable() ? DEADLINE.dividedBy(3) : LATE;
    }

    @ParameterizedTest
    @EnumSource
    void no_provider_is_asked_twice(Dialect dialect) {
        for (Case fault : faults().toList()) {
            try (LoopbackProvider provider = LoopbackProvider.start();
                    ProviderTier tier = new ProviderTier(
                            Tier.CHEAP,
                            Tiers.settings(provider.address(dialect), dialect),
                            CallLimits.DEFAULT,
                            CLOCK)) {
                assertThat(tier.call(Tiers.REQUEST, LATE)).isInstanceOf(ModelReply.Text.class);
                provider.always(fault.script());

                ModelReply reply = tier.call(Tiers.REQUEST, timeout(fault));

                assertThat(provider.calls()).as("%s", fault).isEqualTo(2);
                if (!fault.name().equals("empty choices")) {
                    assertThat(reply).as("%s", fault).isInstanceOfSatisfying(Failure.class, failure -> assertThat(
                                    failure.kind())
                            .isEqualTo(fault.kind()));
                }
            }
        }
    }

    @Test
    void hanging_calls_hang_up_when_their_time_is_over() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.next(Scripts.silent(), Scripts.stalledBody(), Scripts.dribble());

            for (int i = 0; i < 3; i++) {
                tier.call(Tiers.REQUEST, DEADLINE.dividedBy(5));
            }

            await().until(() -> provider.openConnections() == 0);
            assertThat(tier.busyThreads()).isZero();
        }
    }

    @Test
    void a_refused_connection_was_never_a_request() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.down();

            ModelReply reply = tier.call(Tiers.REQUEST, LATE);

            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
                assertThat(failure.sent()).isFalse();
                assertThat(failure.retriable()).isTrue();
                assertThat(failure.forOperators()).contains("127.0.0.1", "tiers.cheap.base-url");
            });
            assertThat(provider.calls()).isZero();
        }
    }

    @Test
    void a_provider_that_comes_back_answers_again() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            assertThat(tier.call(Tiers.REQUEST, LATE)).isInstanceOf(ModelReply.Text.class);
            provider.down();
            assertThat(tier.call(Tiers.REQUEST, LATE)).isInstanceOf(Failure.class);
            provider.up();

            assertThat(tier.call(Tiers.REQUEST, LATE)).isInstanceOf(ModelReply.Text.class);
        }
    }

    @Test
    void the_key_does_not_follow_a_redirect() {
        try (LoopbackProvider thief = LoopbackProvider.start();
                LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.always(Scripts.redirect(thief.address(Dialect.OPENAI) + "/chat/completions"));

            ModelReply reply = tier.call(Tiers.REQUEST, LATE);

            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
                assertThat(failure.forOperators()).contains("307", "tiers.cheap.base-url");
            });
            assertThat(provider.calls()).isEqualTo(1);
            assertThat(thief.connections()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void a_wait_that_is_asked_for_is_passed_on(Wait wait) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.always(Scripts.errorWithRetryAfter(wait.status(), wait.header()));

            ModelReply reply = tier.call(Tiers.REQUEST, LATE);

            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.retryAfter())
                    .isEqualTo(wait.expected()));
            assertThat(provider.calls()).isEqualTo(1);
        }
    }

    private record Wait(int status, String header, Optional<Duration> expected) {}

    private static Stream<Wait> waits() {
        return Stream.of(
                new Wait(429, "7", Optional.of(Duration.ofSeconds(7))),
                new Wait(503, "12", Optional.of(Duration.ofSeconds(12))),
                new Wait(429, "Sat, 21 Nov 2026 12:00:30 GMT", Optional.of(Duration.ofSeconds(30))),
                new Wait(503, "soon", Optional.empty()));
    }

    @Test
    void fifty_megabytes_do_not_come_into_memory() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.always(Scripts.huge(false));
            com.sun.management.ThreadMXBean threads =
                    (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = allocatedByClient(threads);

            tier.call(Tiers.REQUEST, LATE);

            assertThat(allocatedByClient(threads) - before).isLessThan(16L << 20);
            await().until(() -> provider.openConnections() == 0);
        }
    }

    private static long allocatedByClient(com.sun.management.ThreadMXBean threads) {
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null
                        && (info.getThreadName().startsWith("model-")
                                || info.getThreadName().startsWith("HttpClient")))
                .mapToLong(info -> threads.getThreadAllocatedBytes(info.getThreadId()))
                .sum();
    }

    @Test
    void one_more_than_may_is_refused_at_once() {
        CallLimits two = new CallLimits(2, 5, Duration.ofSeconds(30));
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, two, CLOCK)) {
            provider.always(Scripts.silent());
            List<CompletableFuture<ModelReply>> hanging = Stream.of(1, 2)
                    .map(i -> CompletableFuture.supplyAsync(() -> tier.call(Tiers.REQUEST, DEADLINE)))
                    .toList();
            await().until(() -> provider.calls() == 2);

            ModelReply third = tier.call(Tiers.REQUEST, LATE);

            assertThat(third).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.BULKHEAD_FULL);
                assertThat(failure.sent()).isFalse();
                assertThat(failure.retriable()).isTrue();
            });
            assertThat(provider.calls()).isEqualTo(2);
            hanging.forEach(CompletableFuture::join);
            provider.always(Scripts.says(Said.claim("Again.")));
            assertThat(tier.call(Tiers.REQUEST, LATE)).isInstanceOf(ModelReply.Text.class);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            provider.always(Scripts.silent());
            Thread asking = Thread.currentThread();
            Thread other = new Thread(() -> {
                await().until(() -> provider.calls() == 1);
                asking.interrupt();
            });
            other.start();

            ModelReply reply = tier.call(Tiers.REQUEST, LATE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
                assertThat(failure.sent()).isTrue();
            });
            await().until(() -> tier.busyThreads() == 0);
        }
    }

    @Test
    void an_interrupted_thread_asks_nobody() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            Thread.currentThread().interrupt();

            ModelReply reply = tier.call(Tiers.REQUEST, LATE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
                assertThat(failure.sent()).isFalse();
            });
            assertThat(provider.connections()).isZero();
        }
    }

    @Test
    void no_time_is_no_request() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            ModelReply reply = tier.call(Tiers.REQUEST, Duration.ZERO);

            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
                assertThat(failure.sent()).isFalse();
            });
            assertThat(provider.connections()).isZero();
        }
    }

    @Test
    void the_threads_are_daemons_with_a_name() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, CLOCK)) {
            tier.call(Tiers.REQUEST, LATE);

            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(t -> t.getName().startsWith("model-cheap-")))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }
}
