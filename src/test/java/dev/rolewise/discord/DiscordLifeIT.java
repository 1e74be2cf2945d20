package dev.rolewise.discord;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Route;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the bot starts, registers, stays connected and stops, on a loopback Discord. */
class DiscordLifeIT {
    private final BotOnLoopback loopback = new BotOnLoopback();
    private final LoopbackDiscord discord = loopback.discord;
    private final Member alice = loopback.alice;
    private final Member bob = loopback.bob;
    private final FakeAsk ask = loopback.ask;
    private final DiscordSettings settings = loopback.settings;
    private final DiscordBot bot = loopback.bot;

    @BeforeEach
    void start() throws Exception {
        loopback.bot.start();
    }

    @AfterEach
    void stop() throws Exception {
        loopback.close();
    }

    @Test
    void commands_are_registered_globally_and_only_when_they_changed() throws Exception {
        assertThat(discord.commands()).hasSize(4);
        assertThat(discord.registrations()).isEqualTo(1);

        restarted(settings, new FakeAsk("Asks a question"));
        assertThat(discord.registrations()).isEqualTo(1);

        restarted(settings, new FakeAsk("Asks something else"));
        assertThat(discord.registrations()).isEqualTo(2);
    }

    @Test
    void test_server_gets_the_commands_instead_of_all() throws Exception {
        var server = discord.server("Trials");
        DiscordSettings there = settings.withTestServer(server.id());

        restarted(there, new FakeAsk("Asks in the test server"));
        restarted(there, new FakeAsk("Asks in the test server"));

        assertThat(discord.commands(server)).hasSize(4);
        assertThat(discord.commands().get(0).path("description").asText()).isEqualTo("Asks a question");
        assertThat(discord.registrations()).isEqualTo(2);
    }

    @Test
    void wrong_token_is_one_line_with_the_remedy() {
        DiscordSettings wrong = DiscordSettings.ofToken("bad-token").withRestUrl(URI.create(discord.restUrl()));

        assertThatThrownBy(() -> loopback.another(wrong, ask).start())
                .isInstanceOf(DiscordStartException.class)
                .hasMessageContaining("Reset Token")
                .message()
                .hasLineCount(1)
                .doesNotContain("bad-token");
    }

    @Test
    void closed_port_is_one_line_with_the_remedy() {
        DiscordSettings nowhere = settings.withRestUrl(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> loopback.another(nowhere, ask).start())
                .isInstanceOf(DiscordStartException.class)
                .hasMessageStartingWith("No connection to 127.0.0.1:1: check the network");
    }

    @Test
    void trouble_at_discord_is_one_line() {
        discord.fail(Route.SELF, 1, 503);

        assertThatThrownBy(() -> loopback.another(settings, ask).start())
                .isInstanceOf(DiscordStartException.class)
                .hasMessageContaining("503")
                .hasMessageContaining("discordstatus");
    }

    @Test
    void failing_registration_leaves_the_bot_answering() throws Exception {
        discord.fail(Route.LIST_COMMANDS, 1, 403);

        DiscordBot again = loopback.another(settings, new FakeAsk("Asks something else"));
        bot.stop(BotOnLoopback.PATIENCE);
        again.start();

        assertThat(alice.slash("ask", input("question", "why?")).reply().text()).startsWith("server: why?");
        again.stop(BotOnLoopback.PATIENCE);
    }

    @Test
    void stopping_waits_for_pending_answers_and_declines_new_questions() throws Exception {
        Exchange pending = alice.slash("ask", input("question", "slow"));
        pending.acknowledgement();
        CompletableFuture<Void> stopping = stopInBackground(BotOnLoopback.PATIENCE);

        await().untilAsserted(() -> {
            Exchange late = bob.slash("ask", input("question", "why?"), input("private", true));
            assertThat(late.reply().content()).isEqualTo(Notice.RESTARTING.text());
        });
        ask.gate.countDown();

        stopping.get(10, TimeUnit.SECONDS);
        assertThat(pending.reply().text()).isEqualTo("At last.");
        assertThat(bot.awaitEnd()).isEmpty();
    }

    @Test
    void who_still_waits_when_the_time_is_over_gets_a_word() throws Exception {
        Exchange running = alice.slash("ask", input("question", "slow"));
        Exchange queued = bob.slash("ask", input("question", "slow"));
        running.acknowledgement();
        queued.acknowledgement();

        bot.stop(Duration.ofMillis(200));

        assertThat(running.reply().text()).isEqualTo(Notice.INTERRUPTED.text());
        assertThat(queued.reply().text()).isEqualTo(Notice.INTERRUPTED.text());
        bot.stop(BotOnLoopback.PATIENCE);
    }

    @Test
    void lost_connection_comes_back_and_one_ended_for_good_is_told() throws Exception {
        discord.dropConnections();
        await().until(() -> discord.resumes() == 1);
        assertThat(alice.slash("ask", input("question", "why?")).reply().text()).startsWith("server: why?");

        discord.closeGateway(4004);

        assertThat(bot.awaitEnd()).hasValueSatisfying(why -> assertThat(why).contains("Reset Token"));
    }

    private CompletableFuture<Void> stopInBackground(Duration patience) {
        return CompletableFuture.runAsync(() -> {
            try {
                bot.stop(patience);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void restarted(DiscordSettings with, FakeAsk command) throws Exception {
        DiscordBot next = loopback.another(with, command);
        next.start();
        next.stop(BotOnLoopback.PATIENCE);
    }
}
