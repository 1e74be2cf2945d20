package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentHostsTest {
    private final AttachmentHosts discords = AttachmentHosts.of(DiscordSettings.ofToken("any-token"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.discordapp.com/attachments/1/2/a.pdf?ex=1",
                "https://media.discordapp.net/attachments/1/2/a.pdf"
            })
    void discords_two_hosts_are_allowed(String url) {
        assertThat(discords.allowed(url)).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.discordapp.com/attachments/1/2/a.pdf",
                "https://cdn.discordapp.com:8443/a.pdf",
                "https://user@cdn.discordapp.com/a.pdf",
                "https://cdn.discordapp.com.example.org/a.pdf",
                "https://example.org/cdn.discordapp.com",
                "https://127.0.0.1/a.pdf",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "not an address",
                ""
            })
    void nothing_else_is(String url) {
        assertThat(discords.allowed(url)).isEmpty();
    }

    @Test
    void a_test_server_counts_on_this_machine_alone() {
        DiscordSettings settings = DiscordSettings.ofToken("any-token");
        AttachmentHosts here = AttachmentHosts.of(settings.withRestUrl(URI.create("http://127.0.0.1:8080/api/v10/")));
        AttachmentHosts proxy = AttachmentHosts.of(settings.withRestUrl(URI.create("http://192.0.2.7:8080/api/v10/")));

        assertThat(here.allowed("http://127.0.0.1:8080/attachments/a.pdf")).isPresent();
        assertThat(here.allowed("http://127.0.0.1:8081/attachments/a.pdf")).isEmpty();
        assertThat(proxy.allowed("http://192.0.2.7:8080/attachments/a.pdf")).isEmpty();
    }
}
