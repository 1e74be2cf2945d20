package dev.rolewise.loopback;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link LoopbackDiscord} behaves.
 *
 * @param port to listen on, 0 for a free one
 * @param badToken the one bot token that is refused; every other one is good
 * @param ackLimit how long an interaction lives without an acknowledgement
 * @param tokenLifetime how long an interaction's token lives
 * @param patience how long an {@link Exchange} waits for the bot before it fails the test, in real time
 * @param recommendedShards what {@code GET gateway/bot} recommends
 * @param tellsOfServers whether the bot is sent servers, channels and roles before a member acts there, as Discord does for a bot
 *     that is in the server and has the GUILDS intent (JDA always has); otherwise it sees servers as an app does that a user installed
 * @param clock what {@code ackLimit} and {@code tokenLifetime} are measured by, and ids are made from
 * @param openApi Discord's OpenAPI document, against which request bodies are checked; null for no such check
 */
public record LoopbackSettings(
        int port,
        String badToken,
        Duration ackLimit,
        Duration tokenLifetime,
        Duration patience,
        int recommendedShards,
        boolean tellsOfServers,
        Clock clock,
        @Nullable Path openApi) {

    /** The system property that names the OpenAPI document. */
    public static final String OPENAPI_PROPERTY = "rolewise.discord.openapi";

    private static final Duration ACK_LIMIT = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Discord's own limits, the system clock, and the OpenAPI document that {@link #OPENAPI_PROPERTY} names, if it does. */
    public static LoopbackSettings defaults() {
        String openApi = System.getProperty(OPENAPI_PROPERTY, "");
        return new LoopbackSettings(
                0,
                "bad-token",
                ACK_LIMIT,
                TOKEN_LIFETIME,
                PATIENCE,
                1,
                false,
                Clock.systemUTC(),
                openApi.isBlank() ? null : Path.of(openApi));
    }

    public LoopbackSettings withPort(int value) {
        return new LoopbackSettings(
                value, badToken, ackLimit, tokenLifetime, patience, recommendedShards, tellsOfServers, clock, openApi);
    }

    public LoopbackSettings withAckLimit(Duration value) {
        return new LoopbackSettings(
                port, badToken, value, tokenLifetime, patience, recommendedShards, tellsOfServers, clock, openApi);
    }

    public LoopbackSettings withTokenLifetime(Duration value) {
        return new LoopbackSettings(
                port, badToken, ackLimit, value, patience, recommendedShards, tellsOfServers, clock, openApi);
    }

    public LoopbackSettings withPatience(Duration value) {
        return new LoopbackSettings(
                port, badToken, ackLimit, tokenLifetime, value, recommendedShards, tellsOfServers, clock, openApi);
    }

    public LoopbackSettings withShards(int value) {
        return new LoopbackSettings(
                port, badToken, ackLimit, tokenLifetime, patience, value, tellsOfServers, clock, openApi);
    }

    public LoopbackSettings withClock(Clock value) {
        return new LoopbackSettings(
                port, badToken, ackLimit, tokenLifetime, patience, recommendedShards, tellsOfServers, value, openApi);
    }

    public LoopbackSettings tellingOfServers() {
        return new LoopbackSettings(
                port, badToken, ackLimit, tokenLifetime, patience, recommendedShards, true, clock, openApi);
    }
}
