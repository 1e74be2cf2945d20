package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolewise.cascade.model.ModelReply.Failure;
import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.loopback.FakeClock;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A provider that fails is left alone, tried again by one call, and trusted again. */
class BreakerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final CallLimits LIMITS = new CallLimits(4, 5, PAUSE);
    private static final Script FAILS = Scripts.error(500, "server_error");
    private static final Script WORKS = Scripts.says(Said.claim("Fine."));

    private final FakeClock clock = new FakeClock();

    private void pass(Duration time) {
        clock.advance(time);
    }

    private static void call(ProviderTier tier, int times) {
        for (int i = 0; i < times; i++) {
            tier.call(Tiers.REQUEST, PATIENCE);
        }
    }

    private static Kind kind(ModelReply reply) {
        return ((Failure) reply).kind();
    }

    @Test
    void it_opens_after_repeated_failures_and_then_nobody_waits() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            provider.always(FAILS);
            call(tier, 4);
            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.SERVER_ERROR);

            ModelReply reply =
                    assertTimeoutPreemptively(Duration.ofMillis(50), () -> tier.call(Tiers.REQUEST, PATIENCE));

            assertThat(reply).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.BREAKER_OPEN);
                assertThat(failure.sent()).isFalse();
                assertThat(failure.retriable()).isFalse();
            });
            assertThat(provider.calls()).isEqualTo(5);
        }
    }

    @Test
    void one_call_tries_again_after_the_pause_and_its_success_lets_all_in() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            provider.always(FAILS);
            call(tier, 5);
            pass(PAUSE.minusMillis(2));
            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.BREAKER_OPEN);
            pass(Duration.ofMillis(3));
            provider.always(WORKS);

            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
            assertThat(provider.calls()).isEqualTo(7);
        }
    }

    @Test
    void while_one_tries_the_others_stay_out() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            provider.always(FAILS);
            call(tier, 5);
            pass(PAUSE.plusMillis(1));
            CompletableFuture<Void> release = new CompletableFuture<>();
            provider.always((request, wire) -> {
                release.join();
                WORKS.play(request, wire);
            });
            CompletableFuture<ModelReply> probe =
                    CompletableFuture.supplyAsync(() -> tier.call(Tiers.REQUEST, PATIENCE));
            await().until(() -> provider.calls() == 6);

            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.BREAKER_OPEN);

            release.complete(null);
            assertThat(probe.join()).isInstanceOf(ModelReply.Text.class);
            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
        }
    }

    @Test
    void a_try_that_fails_closes_the_gate_for_another_pause() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            provider.always(FAILS);
            call(tier, 5);
            pass(PAUSE.plusMillis(1));

            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.SERVER_ERROR);
            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.BREAKER_OPEN);
            pass(PAUSE.plusMillis(1));
            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.SERVER_ERROR);
        }
    }

    @Test
    void whoever_asks_first_hears_that_it_is_open_and_takes_nobodys_try() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            assertThat(tier.refusal()).isEmpty();
            provider.always(FAILS);
            call(tier, 5);
            assertThat(tier.refusal())
                    .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.BREAKER_OPEN));

            pass(PAUSE.plusMillis(1));
            provider.always(WORKS);
            assertThat(tier.refusal()).isEmpty();
            assertThat(tier.refusal()).isEmpty();
            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
        }
    }

    @Test
    void a_provider_that_asks_for_it_is_left_alone_for_that_long() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            provider.next(Scripts.errorWithRetryAfter(429, "60"));
            call(tier, 1);
            provider.always(WORKS);
            pass(Duration.ofSeconds(59));

            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
                assertThat(failure.fate()).isEqualTo(ModelReply.Fate.UNSENT);
                assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1));
            });
            assertThat(tier.refusal()).isPresent();
            assertThat(provider.calls()).isEqualTo(1);

            pass(Duration.ofSeconds(1));
            assertThat(tier.refusal()).isEmpty();
            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
        }
    }

    @Test
    void our_own_mistakes_do_not_open_it() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            for (int status : new int[] {400, 401, 403, 404, 413}) {
                provider.always(Scripts.error(status, "nope"));
                call(tier, 4);
            }

            provider.always(WORKS);
            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
            assertThat(provider.calls()).isEqualTo(21);
        }
    }

    @Test
    void a_provider_that_is_not_there_opens_it() {
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, LIMITS, clock)) {
            provider.down();
            call(tier, 5);

            assertThat(kind(tier.call(Tiers.REQUEST, PATIENCE))).isEqualTo(Kind.BREAKER_OPEN);
        }
    }

    @Test
    void calls_that_found_no_room_do_not_use_up_the_try() {
        CallLimits one = new CallLimits(1, 5, PAUSE);
        try (LoopbackProvider provider = LoopbackProvider.start();
                ProviderTier tier = Tiers.cheap(provider, one, clock)) {
            CompletableFuture<Void> release = new CompletableFuture<>();
            provider.always((request, wire) -> {
                release.join();
                WORKS.play(request, wire);
            });
            CompletableFuture<ModelReply> first =
                    CompletableFuture.supplyAsync(() -> tier.call(Tiers.REQUEST, PATIENCE));
            await().until(() -> provider.calls() == 1);

            call(tier, 12);

            release.complete(null);
            assertThat(first.join()).isInstanceOf(ModelReply.Text.class);
            assertThat(tier.call(Tiers.REQUEST, PATIENCE)).isInstanceOf(ModelReply.Text.class);
        }
    }
}
