package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierSettingsTest {
    private static final String KEY = "sk-canary-4417";

    private static TierSettings with(String provider, String url, String model, String key) {
        return with(provider, url, model, key, Map.of(), Map.of());
    }

    private static TierSettings with(
            String provider,
            String url,
            String model,
            String key,
            Map<String, String> headers,
            Map<String, Object> extraBody) {
        return new TierSettings(
                provider,
                Optional.of(url).filter(u -> !u.isEmpty()).map(URI::create),
                model,
                Optional.of(key).filter(k -> !k.isEmpty()).map(Secret::of),
                600,
                false,
                headers,
                extraBody);
    }

    @ParameterizedTest
    @CsvSource({
        "opnai, 'provider: \"opnai\" is unknown; did you mean openai? There is openai, anthropic, google, ollama'",
        "Antropic, 'did you mean anthropic?'",
        "google-ai, 'did you mean google?'",
        "lmstudio, 'A server with an OpenAI-compatible interface is openai with a base-url'"
    })
    void an_unknown_provider_names_the_nearest(String typed, String message) {
        assertThatThrownBy(() -> with(typed, "", "m", KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_missing_model_says_what_to_write() {
        assertThatThrownBy(() -> with("openai", "", " ", KEY))
                .hasMessage("model: none is named; write the name that openai gives it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "\"quoted\"", "a/../../b", "né", "x\ny"})
    void a_model_is_one_plain_name(String model) {
        assertThatThrownBy(() -> with("google", "", model, KEY)).hasMessageStartingWith("model: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1-mini", "llama3.1:8b", "meta-llama/llama-3.1-70b:free", "accounts/x/models/y@1"})
    void names_as_providers_write_them_are_taken(String model) {
        assertThat(with("openai", "", model, KEY).model()).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({"openai, ''", "anthropic, ''", "google, ''", "anthropic, http://localhost:9"})
    void a_key_that_is_needed_and_missing_is_an_error(String provider, String url) {
        assertThatThrownBy(() -> with(provider, url, "m", "")).hasMessageStartingWith("api-key: " + provider);
    }

    @Test
    void servers_of_ones_own_need_no_key() {
        assertThat(with("ollama", "", "m", "").address()).isEqualTo(URI.create("http://localhost:11434"));
        assertThat(with("openai", "http://localhost:1234/v1", "m", "").warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host/v1", "localhost:1234", "/v1", "https://user:pw@host/v1", "https://host/v1?key=x"})
    void an_address_is_http_and_nothing_but_an_address(String url) {
        assertThatThrownBy(() -> with("openai", url, "m", KEY)).hasMessageStartingWith("base-url: ");
    }

    @ParameterizedTest
    @CsvSource({
        "http://models.example/v1, true",
        "http://10.0.0.5:8000/v1, true",
        "https://models.example/v1, false",
        "http://localhost:8000/v1, false",
        "http://127.0.0.1:8000/v1, false",
        "http://[::1]:8000/v1, false"
    })
    void a_key_on_an_open_line_is_warned_of(String url, boolean warned) {
        List<String> warnings = with("openai", url, "m", KEY).warnings();

        assertThat(warnings).hasSize(warned ? 1 : 0);
        assertThat(warnings).allMatch(w -> w.startsWith("base-url: the key travels readable to ") && !w.contains(KEY));
        assertThat(with("openai", url, "m", "").warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 32_001})
    void tokens_have_bounds(int tokens) {
        assertThatThrownBy(() -> new TierSettings(
                        "ollama", Optional.empty(), "m", Optional.empty(), tokens, false, Map.of(), Map.of()))
                .hasMessageStartingWith("max-output-tokens: " + tokens);
    }

    @ParameterizedTest
    @CsvSource({"Host, x", "content-length, 5", "'a b', x", "'X-A', 'a\u0007b'"})
    void a_header_that_would_break_the_request_is_refused(String name, String value) {
        assertThatThrownBy(() -> with("openai", "", "m", KEY, Map.of(name, value), Map.of()))
                .hasMessageStartingWith("headers: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"dear-one\"}",
                "{\"max_tokens\": 90000}",
                "{\"n\": 5}",
                "{\"stream\": true}",
                "{\"options\": {\"num_predict\": -1}}",
                "{\"generationConfig\": {\"maxOutputTokens\": 65536}}",
                "{\"a\": [{\"Messages\": []}]}"
            })
    void the_extra_body_cannot_touch_what_money_depends_on(String json) {
        assertThatThrownBy(() -> with("openai", "", "m", KEY, Map.of(), TierSettings.extraBodyIn(json)))
                .hasMessageStartingWith("extra-body: ")
                .hasMessageEndingWith(" is set by other means; leave it out");
    }

    @Test
    void headers_and_extra_body_are_read_from_json() {
        assertThat(TierSettings.headersIn("{\"X-Title\": \"Rolewise\"}")).containsEntry("X-Title", "Rolewise");
        assertThat(TierSettings.extraBodyIn("{\"temperature\": 0, \"options\": {\"top_k\": 1}}"))
                .containsEntry("temperature", 0)
                .containsEntry("options", Map.of("top_k", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "X-Key: sk-canary-4417",
                "[1]",
                "null",
                "{\"sk-canary-4417\": null}",
                "{\"a\": sk-canary-4417"
            })
    void what_is_no_json_object_is_refused_without_being_repeated(String json) {
        assertThatThrownBy(() -> TierSettings.headersIn(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("headers: ")
                .hasNoCause()
                .message()
                .doesNotContain(KEY);
    }

    @Test
    void a_secret_never_shows_itself() {
        Secret secret = Secret.of(KEY);
        Map<Secret, String> map = new HashMap<>(Map.of(secret, "x"));

        assertThat(secret).hasToString("***").isEqualTo(Secret.of(KEY)).isNotEqualTo(Secret.of("other"));
        assertThat(map).hasToString("{***=x}").containsKey(Secret.of(KEY));
        assertThat(Optional.of(secret)).hasToString("Optional[***]");
        assertThatThrownBy(() -> Secret.of(KEY + "\n")).message().doesNotContain(KEY);
    }

    @Test
    void settings_print_no_key_and_no_values() {
        String shown = with("openai", "https://h.example/v1", "m", KEY, Map.of("X-K", KEY), Map.of("user", KEY))
                .toString();

        assertThat(shown).contains("***", "X-K", "user", "h.example").doesNotContain(KEY);
    }
}
