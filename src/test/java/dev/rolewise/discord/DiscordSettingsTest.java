package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DiscordSettingsTest {
    @Test
    void the_token_is_never_shown() {
        assertThat(DiscordSettings.ofToken("some-token").toString()).doesNotContain("some-token");
        assertThatThrownBy(() -> DiscordSettings.ofToken("Bot some-token"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discord.token")
                .hasMessageNotContaining("some-token");
    }

    @Test
    void spaces_around_the_token_do_no_harm() {
        assertThat(DiscordSettings.ofToken(" some-token\n").token()).isEqualTo("some-token");
    }

    @Test
    void a_rest_url_ends_in_a_slash_and_names_the_version() {
        assertThat(base("http://localhost:8080")).hasToString("http://localhost:8080/api/v10/");
        assertThat(base("http://localhost:8080/")).hasToString("http://localhost:8080/api/v10/");
        assertThat(base("https://proxy.example/api/v10")).hasToString("https://proxy.example/api/v10/");
    }

    @Test
    void a_rest_url_that_is_none_is_refused_with_an_example() {
        assertThatThrownBy(() -> base("localhost:8080")).hasMessageContaining("discord.rest-url");
        assertThatThrownBy(() -> base("ftp://localhost/")).hasMessageContaining("discord.rest-url");
        assertThatThrownBy(() -> base("http://me:secret@localhost/")).hasMessageNotContaining("secret");
    }

    @Test
    void a_test_server_is_an_id() {
        DiscordSettings settings = DiscordSettings.ofToken("t");

        assertThat(settings.withTestServer("123456789012345678").testServer()).contains("123456789012345678");
        assertThatThrownBy(() -> settings.withTestServer("My server")).hasMessageContaining("Copy Server ID");
    }

    private static URI base(String url) {
        return DiscordSettings.ofToken("t")
                .withRestUrl(URI.create(url))
                .restUrl()
                .orElseThrow();
    }
}
