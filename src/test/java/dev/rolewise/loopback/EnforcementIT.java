package dev.rolewise.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord refuses, done by a bot without JDA, which would not let a bot do it. */
class EnforcementIT {
    private final FakeClock clock = new FakeClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LoopbackDiscord discord =
            LoopbackDiscord.start(LoopbackSettings.defaults().withClock(clock));
    private final Exchange exchange;

    EnforcementIT() throws Exception {
        send("PUT", "applications/" + discord.applicationId() + "/commands", "[{'name':'ask','description':'Asks'}]");
        String gateway = send("GET", "gateway", "").path("url").asText();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(gateway), new WebSocket.Listener() {})
                .join();
        socket.sendText("{\"op\":2,\"d\":{\"token\":\"t\",\"intents\":0}}", true)
                .join();
        discord.awaitReady();
        exchange = discord.member("alice").slash("ask");
    }

    @BeforeEach
    void nothing_is_violated_yet() {
        assertThat(discord.violations()).isEmpty();
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void content_over_the_limit_is_refused_and_the_interaction_stays_open() throws Exception {
        JsonNode refused = acknowledge("{'type':4,'data':{'content':'" + "x".repeat(2001) + "'}}");

        assertThat(refused.path("code").asInt()).isEqualTo(50035);
        assertThat(refused.at("/errors/data/content/_errors/0/message").asText())
                .contains("2000");
        assertThat(discord.violations()).extracting(Violation::kind).contains(Violation.Kind.LIMIT);
        assertThat(exchange.acknowledged()).isFalse();
    }

    @Test
    void second_acknowledgement_is_refused() throws Exception {
        acknowledge("{'type':5}");
        assertThat(acknowledge("{'type':5}").path("code").asInt()).isEqualTo(40060);
        assertThat(discord.violations()).extracting(Violation::kind).containsExactly(Violation.Kind.ACKNOWLEDGED_TWICE);
    }

    @Test
    void acknowledgement_must_fit_the_interaction() throws Exception {
        assertThat(acknowledge("{'type':6}").path("code").asInt()).isEqualTo(50035);
        assertThat(discord.violations())
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.WRONG_ACKNOWLEDGEMENT);
    }

    @Test
    void webhook_before_the_acknowledgement_is_unknown() throws Exception {
        assertThat(followUp().path("code").asInt()).isEqualTo(10015);
        assertThat(discord.violations()).extracting(Violation::kind).containsExactly(Violation.Kind.WEBHOOK_TOO_EARLY);
    }

    @Test
    void token_dies_after_fifteen_minutes() throws Exception {
        acknowledge("{'type':4,'data':{'content':'hello'}}");
        clock.advance(Duration.ofMinutes(15).plusMillis(1));
        assertThat(followUp().path("code").asInt()).isEqualTo(50027);
        assertThat(discord.violations()).extracting(Violation::kind).containsExactly(Violation.Kind.TOKEN_EXPIRED);
    }

    @Test
    void unknown_route_is_a_violation() throws Exception {
        assertThat(send("GET", "guilds/1", "").path("code").asInt()).isZero();
        assertThat(discord.violations()).extracting(Violation::kind).containsExactly(Violation.Kind.UNKNOWN_ROUTE);
    }

    @Test
    void ephemeral_is_fixed_by_the_deferral() throws Exception {
        acknowledge("{'type':5,'data':{'flags':64}}");
        assertThat(followUp().path("id").asText()).isEqualTo(exchange.reply().id());
        assertThat(exchange.reply().ephemeral()).isTrue();
    }

    @Test
    void pings_are_those_that_allowed_mentions_let_through() throws Exception {
        acknowledge("{'type':4,'data':{'content':'@everyone <@5>','allowed_mentions':{'parse':['users']}}}");
        assertThat(exchange.reply().pings()).containsExactly("<@5>");
    }

    private JsonNode acknowledge(String body) throws Exception {
        return send("POST", "interactions/" + exchange.id() + "/" + exchange.token() + "/callback", body);
    }

    private JsonNode followUp() throws Exception {
        String path = "webhooks/" + discord.applicationId() + "/" + exchange.token();
        return send("POST", path, "{'content':'more'}");
    }

    private JsonNode send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.restUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .header("Authorization", "Bot token")
                .header("Content-Type", "application/json")
                .build();
        String text = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        ObjectNode nothing = Json.object();
        return text.isEmpty() ? nothing : Json.read(text);
    }
}
