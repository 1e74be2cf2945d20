package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.model.ModelReply.Finish;
import dev.rolewise.cascade.model.ModelReply.Text;
import dev.rolewise.cascade.model.ModelReply.Usage;
import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ProviderRequest;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each provider is asked in its own way. */
class DialectsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static ModelReply ask(LoopbackProvider provider, TierSettings settings) {
        try (ProviderTier tier = new ProviderTier(Tier.STRONG, settings, CallLimits.DEFAULT, Clock.systemUTC())) {
            return tier.call(Tiers.REQUEST, PATIENCE);
        } finally {
            assertThat(provider.calls()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_with_its_text_its_tokens_and_its_end(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(Scripts.says("Hello.", 321, 45));

            assertThat(ask(provider, Tiers.settings(provider.address(dialect), dialect)))
                    .isEqualTo(new Text("Hello.", new Usage(OptionalInt.of(321), OptionalInt.of(45)), Finish.STOP));

            ProviderRequest request = provider.lastRequest();
            assertThat(request.dialect()).isEqualTo(dialect);
            assertThat(request.system()).isEqualTo(Tiers.REQUEST.system());
            assertThat(request.user()).isEqualTo(Tiers.REQUEST.user());
            assertThat(request.model()).isEqualTo("tiny-1");
            assertThat(request.json()).containsPattern("\"(max_tokens|maxOutputTokens|num_predict)\":200");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_key_is_in_a_header_and_nowhere_else(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            TierSettings settings = Tiers.settings(provider.address(dialect), dialect);
            ask(provider, settings);

            ProviderRequest request = provider.lastRequest();
            assertThat(request.headers().values().stream().flatMap(List::stream))
                    .anyMatch(value -> value.contains(Tiers.KEY));
            assertThat(request.body() + request.path()).doesNotContain(Tiers.KEY, Tiers.HEADER, "127.0.0.1");
            assertThat(settings.toString()).contains("***", "X-Title").doesNotContain(Tiers.KEY, Tiers.HEADER);
        }
    }

    /** Its worst case is reserved before it goes out. */
    @ParameterizedTest
    @EnumSource
    void the_whole_length_of_a_request_is_known_before_there_is_one(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            Map<String, Object> extra = Map.of("metadata", Map.of("note", "ä".repeat(500)));
            boolean schema = dialect != Dialect.ANTHROPIC;
            TierSettings settings = Tiers.settings(provider.address(dialect), dialect, schema, extra);
            try (ProviderTier tier = new ProviderTier(Tier.STRONG, settings, CallLimits.DEFAULT, Clock.systemUTC())) {
                assertThat(provider.calls()).isZero();

                tier.call(Tiers.REQUEST, PATIENCE);

                int sent = provider.lastRequest().body().getBytes(StandardCharsets.UTF_8).length;
                assertThat(sent - Tiers.REQUEST.inputBytes())
                        .isGreaterThan(1_000)
                        .isBetween(tier.addedBytes() - 8, tier.addedBytes());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void headers_and_the_extra_body_go_along(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            Map<String, Object> extra = Map.of("seed", 7, "options", Map.of("num_ctx", 4096, "top_k", 1));
            ask(provider, Tiers.settings(provider.address(dialect), dialect, false, extra));

            ProviderRequest request = provider.lastRequest();
            assertThat(request.header("X-Title")).contains(Tiers.HEADER);
            assertThat(request.json()).contains("\"seed\":7", "\"num_ctx\":4096", "\"top_k\":1");
            assertThat(request.user()).isEqualTo(Tiers.REQUEST.user());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_newer_than_http_1_1_is_offered(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            ask(provider, Tiers.settings(provider.address(dialect), dialect));

            assertThat(provider.lastRequest().headers())
                    .doesNotContainKeys("upgrade", "http2-settings", "transfer-encoding")
                    .containsKey("content-length");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_is_sent_where_the_server_can_and_only_there(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            ask(provider, Tiers.settings(provider.address(dialect), dialect, true, Map.of()));
            assertThat(provider.lastRequest().json()).contains("\"required\":[\"claims\",\"covered\"]");
        }
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            ask(provider, Tiers.settings(provider.address(dialect), dialect));
            assertThat(provider.lastRequest().json()).doesNotContain("\"required\"");
        }
    }

    @Test
    void openai_gets_a_strict_schema() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            ask(provider, Tiers.settings(provider.address(Dialect.OPENAI), Dialect.OPENAI, true, Map.of()));

            assertThat(provider.lastRequest().json())
                    .contains("\"strict\":true")
                    .contains("\"additionalProperties\":false");
        }
    }

    @Test
    void ollama_is_given_room_for_the_prompt() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            ask(provider, Tiers.settings(provider.address(Dialect.OLLAMA), Dialect.OLLAMA));

            assertThat(provider.lastRequest().json()).contains("\"num_ctx\":8192");
        }
    }

    @Test
    void a_server_without_a_key_is_sent_none() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            TierSettings settings = new TierSettings(
                    "openai",
                    Optional.of(provider.address(Dialect.OPENAI)),
                    "tiny-1",
                    Optional.empty(),
                    100,
                    false,
                    Map.of(),
                    Map.of());
            ask(provider, settings);

            assertThat(provider.lastRequest().headers()).doesNotContainKey("authorization");
            assertThat(provider.lastRequest().json()).contains("\"max_tokens\":100");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, length, LENGTH",
        "OPENAI, content_filter, FILTER",
        "OPENAI, eh, OTHER",
        "ANTHROPIC, length, LENGTH",
        "GOOGLE, length, LENGTH",
        "GOOGLE, content_filter, FILTER",
        "OLLAMA, length, LENGTH"
    })
    void an_answer_that_was_ended_says_why_and_what_it_took(Dialect dialect, String reason, Finish finish) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(Scripts.says(Said.of("Half of", 10, 20).finishing(reason)));

            assertThat(ask(provider, Tiers.settings(provider.address(dialect), dialect)))
                    .isEqualTo(new Text("Half of", new Usage(OptionalInt.of(10), OptionalInt.of(20)), finish));
        }
    }

    /** Google always tells, and LangChain4j cannot do without. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOGLE")
    void tokens_that_are_not_told_are_not_known(Dialect dialect) {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(Scripts.says(Said.of("Hello.", 1, 1).uncounted()));

            ModelReply reply = ask(provider, Tiers.settings(provider.address(dialect), dialect));

            assertThat(reply).isInstanceOfSatisfying(Text.class, text -> {
                assertThat(text.text()).isEqualTo("Hello.");
                assertThat(text.usage().known()).isFalse();
            });
        }
    }

    @Test
    void tokens_below_nothing_are_not_known() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next(Scripts.says("Hello.", -5, -7));

            assertThat(ask(provider, Tiers.settings(provider.address(Dialect.OPENAI), Dialect.OPENAI)))
                    .isEqualTo(new Text("Hello.", Usage.UNKNOWN, Finish.STOP));
        }
    }

    @Test
    void hidden_thinking_counts_as_output() {
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.next((request, wire) -> wire.json(
                    200,
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi.\"}]},\"finishReason\":\"STOP\"}],"
                            + "\"usageMetadata\":{\"promptTokenCount\":100,\"candidatesTokenCount\":5,"
                            + "\"thoughtsTokenCount\":70,\"totalTokenCount\":175}}"));

            assertThat(ask(provider, Tiers.settings(provider.address(Dialect.GOOGLE), Dialect.GOOGLE)))
                    .isEqualTo(new Text("Hi.", new Usage(OptionalInt.of(100), OptionalInt.of(75)), Finish.STOP));
        }
    }
}
