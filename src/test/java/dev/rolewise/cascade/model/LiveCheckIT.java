package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.FakeTicker;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told about a tier. */
class LiveCheckIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Said GOOD = Said.of("{\"claims\": [], \"covered\": false}", 40, 12);

    private final FakeTicker ticker = new FakeTicker();

    private LiveCheck.Result check(LoopbackProvider provider, Dialect dialect, Tier tier, Duration timeout) {
        try (ProviderTier model = new ProviderTier(
                tier, Tiers.settings(provider.address(dialect), dialect), CallLimits.DEFAULT, Clock.systemUTC())) {
            return new LiveCheck(ticker).check(model, timeout);
        }
    }

    private LiveCheck.Result check(Script script) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(script);
            LiveCheck.Result result = check(provider, Dialect.OPENAI, Tier.CHEAP, PATIENCE);
            assertThat(provider.calls()).isEqualTo(1);
            return result;
        }
    }

    @Test
    void a_good_tier_says_how_long_it_took() {
        LiveCheck.Result result = check((request, wire) -> {
            ticker.advance(Duration.ofMillis(420));
            Scripts.says(GOOD).play(request, wire);
        });

        assertThat(result).hasToString("cheap: openai tiny-1 answered in 0.4 s");
        assertThat(result.good()).isTrue();
    }

    @Test
    void it_costs_next_to_nothing() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            check(provider, Dialect.OPENAI, Tier.CHEAP, PATIENCE);

            assertThat(provider.lastRequest().json())
                    .contains("\"max_tokens\":64")
                    .hasSizeLessThan(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 'the key was refused (401): check tiers.strong.api-key (ROLEWISE_TIERS_STRONG_API_KEY)'",
        "403, 'access was refused (403): check what the key may do, and that it may use tiny-1'",
        "429, ' limits how often it may be asked (429): it passes, or ask for a higher limit'",
        "500, ' failed (500): if it stays so, look at its status page or log'",
        "503, ' is overloaded (503): it passes, or use another model'"
    })
    void a_refusal_says_what_to_do(int status, String line) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(Scripts.error(status, "no"));
            LiveCheck.Result result = check(provider, Dialect.ANTHROPIC, Tier.STRONG, PATIENCE);

            assertThat(result.good()).isFalse();
            assertThat(result.line()).startsWith("strong: ").endsWith(line);
        }
    }

    @Test
    void a_wrong_model_names_it_and_how_to_get_it() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.always(Scripts.error(404, "model_not_found"));

            assertThat(check(provider, Dialect.GOOGLE, Tier.CHEAP, PATIENCE).line())
                    .startsWith("cheap: there is no model tiny-1 at 127.0.0.1:")
                    .endsWith(" (404): check tiers.cheap.model and tiers.cheap.base-url");
            assertThat(check(provider, Dialect.OLLAMA, Tier.CHEAP, PATIENCE).line())
                    .endsWith(" (404): run \"ollama pull tiny-1\", or check tiers.cheap.model");
        }
    }

    @Test
    void a_dead_provider_says_so() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.down();

            assertThat(check(provider, Dialect.OPENAI, Tier.CHEAP, PATIENCE).line())
                    .startsWith("cheap: no connection to 127.0.0.1:")
                    .endsWith(": check that it runs, the network, and tiers.cheap.base-url");
        }
    }

    @Test
    void a_silent_provider_is_waited_for_as_long_as_told() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(Scripts.silent());

            assertThat(check(provider, Dialect.OPENAI, Tier.CHEAP, Duration.ofMillis(300))
                            .line())
                    .contains(" within 0.3 s: ");
        }
    }

    @Test
    void a_tier_that_works_badly_is_good_with_a_remark() {
        assertThat(check(Scripts.says("Hello there!", 40, 12)).line()).contains("not in the form it was asked for");
        assertThat(check(Scripts.says(Said.of("{\"cl", 40, 64).finishing("length")))
                        .line())
                .contains("all 64 tokens");
        assertThat(check(Scripts.says(GOOD.uncounted())).line()).contains("does not count tokens");
        assertThat(check(Scripts.says("Hello there!", 40, 12)).good()).isTrue();
    }
}
