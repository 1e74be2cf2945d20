package dev.rolewise.discord;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * One small call to Discord that tells whether it can be reached and takes the token. The start makes it first, because
 * JDA reports these faults as stack traces of several threads. Thread-safe.
 */
public final class DiscordProbe {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final DiscordSettings settings;

    public DiscordProbe(DiscordSettings settings) {
        this.settings = settings;
    }

    /** Returns if Discord takes the token; throws with the reason and the remedy if not. */
    public void check() throws DiscordStartException, InterruptedException {
        URI base = settings.restUrl().orElseGet(() -> URI.create(RestConfig.DEFAULT_BASE_URL));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("users/@me"))
                .timeout(LIMIT)
                .header("Authorization", "Bot " + settings.token())
                .header("User-Agent", RestConfig.USER_AGENT)
                .build();
        int status = status(request, base.getAuthority());
        if (status != OK) {
            throw new DiscordStartException(refusal(status));
        }
    }

    private int status(HttpRequest request, String host) throws DiscordStartException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException e) {
            throw new DiscordStartException(host + " did not answer within " + LIMIT.toSeconds()
                    + " s: check the network, and https://discordstatus.com.");
        } catch (IOException e) {
            throw new DiscordStartException("No connection to " + host
                    + ": check the network, the firewall, and discord.rest-url if you set it.");
        }
    }

    static String tokenRefused() {
        return "Discord refused the token: make a fresh one at https://discord.com/developers/applications"
                + " (your application, Bot, Reset Token) and set DISCORD_TOKEN to it.";
    }

    private static String refusal(int status) {
        if (status == UNAUTHORIZED) {
            return tokenRefused();
        }
        if (status == TOO_MANY_REQUESTS) {
            return "Discord limits how often this address may ask (HTTP 429): wait some minutes and start again.";
        }
        if (status >= SERVER_ERROR) {
            return "Discord has trouble of its own (HTTP " + status
                    + "): look at https://discordstatus.com and start again later.";
        }
        return "Discord refused the first call (HTTP " + status
                + "): check discord.rest-url if you set it, and that this address is not blocked.";
    }
}
