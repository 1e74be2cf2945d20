package dev.rolewise.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Asks Discord once whether a token is good. */
final class DiscordProbe {
    private static final URI DISCORD = URI.create("https://discord.com/api/v10/");
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final URI me;
    private final Duration patience;

    /**
     * What came of it.
     *
     * @param good whether the bot could log in
     * @param line to print
     */
    record Finding(boolean good, String line) {}

    /**
     * A probe of Discord's REST interface.
     *
     * @param rest where it is; Discord's own where none is given
     * @param patience how long connecting and answering may take each
     */
    DiscordProbe(Optional<URI> rest, Duration patience) {
        String base = rest.orElse(DISCORD).toString();
        this.me = URI.create((base.endsWith("/") ? base : base + "/") + "users/@me");
        this.patience = patience;
    }

    Finding probe(String token) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        HttpRequest request = HttpRequest.newBuilder(me)
                .timeout(patience)
                .header("Authorization", "Bot " + token)
                .header("User-Agent", "DiscordBot (rolewise)")
                .GET()
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return finding(response.statusCode(), body);
            }
        } catch (IOException e) {
            return new Finding(
                    false,
                    String.format(
                            Locale.ROOT,
                            "Discord: %s could not be reached (%s); check the network and discord.rest-url",
                            me.getAuthority(),
                            e.getClass().getSimpleName()));
        }
    }

    private Finding finding(int status, InputStream body) throws IOException {
        return switch (status) {
            case 200 -> welcomed(body);
            case 401 ->
                new Finding(
                        false,
                        "Discord: the token is refused; copy it again from the bot's page in the Developer Portal");
            default ->
                new Finding(
                        false,
                        String.format(
                                Locale.ROOT,
                                "Discord: %s answered with status %d; try again later, and check discord.rest-url",
                                me.getAuthority(),
                                status));
        };
    }

    private Finding welcomed(InputStream body) throws IOException {
        JsonNode user = json(new String(body.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8));
        if (!user.path("id").isTextual()) {
            return new Finding(
                    false,
                    String.format(
                            Locale.ROOT,
                            "Discord: what answers at %s is not Discord; check discord.rest-url",
                            me.getAuthority()));
        }
        return new Finding(
                true,
                String.format(
                        Locale.ROOT,
                        "Discord: the token is good; the bot is called %s, its id is %s",
                        user.path("username").asText("nothing yet"),
                        user.path("id").textValue()));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
