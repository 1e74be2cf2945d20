package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rolewise.app.DiscordProbe.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordProbeTest {
    private final HttpServer server;
    private final List<String> calls = new ArrayList<>();

    DiscordProbeTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Finding probe(int status, String body) throws InterruptedException {
        server.createContext("/api/v10/", exchange -> {
            calls.add("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return ask();
    }

    private Finding ask() throws InterruptedException {
        URI rest = URI.create(
                "http://127.0.0.1:%d/api/v10".formatted(server.getAddress().getPort()));
        return new DiscordProbe(Optional.of(rest), Duration.ofSeconds(10)).probe("word");
    }

    @Test
    void a_good_token_is_said_with_the_name_of_the_bot() throws Exception {
        assertThat(probe(200, "{\"id\":\"42\",\"username\":\"Rolewise\",\"bot\":true}"))
                .isEqualTo(new Finding(true, "Discord: the token is good; the bot is called Rolewise, its id is 42"));
        assertThat(calls).containsExactly("GET /api/v10/users/@me Bot word");
    }

    @Test
    void a_bad_token_is_told_from_trouble_on_discords_side() throws Exception {
        assertThat(probe(401, "{\"message\":\"401: Unauthorized\"}").line())
                .startsWith("Discord: the token is refused; ");
    }

    @Test
    void trouble_on_discords_side_is_said() throws Exception {
        assertThat(probe(503, "upstream").line()).contains("answered with status 503; try again later");
    }

    @Test
    void a_page_that_is_not_discord_is_no_good_token() throws Exception {
        Finding finding = probe(200, "<html>Welcome to our guest network</html>");

        assertThat(finding.good()).isFalse();
        assertThat(finding.line()).contains("is not Discord; check discord.rest-url");
    }

    @Test
    void an_unreachable_discord_is_said_in_one_line_without_the_token() throws Exception {
        server.start();
        server.stop(0);

        Finding finding = ask();

        assertThat(finding.good()).isFalse();
        assertThat(finding.line()).contains("could not be reached").doesNotContain("word");
    }
}
