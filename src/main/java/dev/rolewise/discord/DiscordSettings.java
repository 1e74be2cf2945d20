package dev.rolewise.discord;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the bot reaches Discord. Checked on construction; an {@link IllegalArgumentException} says in one line which setting is
 * wrong and how to mend it, and never holds the token.
 *
 * @param token of the bot; never shown, not even by {@link #toString}
 * @param restUrl base of the REST interface, ending in {@code /}; empty for Discord's own. The gateway address comes from its
 *     {@code gateway/bot}
 * @param testServer id of the server in which commands are registered at once instead of globally
 * @param startLimit how long {@link DiscordBot#start} waits for the gateway; a large bot takes more than a minute when some
 *     servers are unavailable
 */
public record DiscordSettings(String token, Optional<URI> restUrl, Optional<String> testServer, Duration startLimit) {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");
    private static final Pattern SNOWFLAKE = Pattern.compile("[0-9]{17,20}");
    private static final String API_PATH = "/api/v10/";

    public DiscordSettings {
        token = token.strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("discord.token holds characters that no bot token has:"
                    + " copy it again from the Bot page of your application, without \"Bot \" before it.");
        }
        restUrl = restUrl.map(DiscordSettings::base);
        if (testServer.isPresent() && !SNOWFLAKE.matcher(testServer.get()).matches()) {
            throw new IllegalArgumentException("discord.test-server is the id of a server, 17 to 20 digits:"
                    + " switch on developer mode in Discord, right-click the server, Copy Server ID.");
        }
        if (startLimit.isNegative() || startLimit.isZero()) {
            throw new IllegalArgumentException("the limit for the start is longer than nothing");
        }
    }

    /** Discord's own address, commands registered globally, two minutes to start. */
    public static DiscordSettings ofToken(String token) {
        return new DiscordSettings(token, Optional.empty(), Optional.empty(), START_LIMIT);
    }

    /** The same with another REST base; see {@link #restUrl}. */
    public DiscordSettings withRestUrl(URI value) {
        return new DiscordSettings(token, Optional.of(value), testServer, startLimit);
    }

    /** The same with commands registered in one server; see {@link #testServer}. */
    public DiscordSettings withTestServer(String value) {
        return new DiscordSettings(token, restUrl, Optional.of(value), startLimit);
    }

    @Override
    public String toString() {
        return "DiscordSettings[token=***, restUrl=" + restUrl + ", testServer=" + testServer + ", startLimit="
                + startLimit + "]";
    }

    private static URI base(URI given) {
        boolean http = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
        if (!http || given.getHost() == null || given.getQuery() != null || given.getUserInfo() != null) {
            throw new IllegalArgumentException("discord.rest-url is an address like http://127.0.0.1:8080/api/v10/:"
                    + " http or https, a host, and no user, password or query.");
        }
        String path = given.getPath() == null || given.getPath().length() < 2 ? API_PATH : given.getPath();
        return given.resolve(path.endsWith("/") ? path : path + "/");
    }
}
