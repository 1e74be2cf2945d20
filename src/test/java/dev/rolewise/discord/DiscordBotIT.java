package dev.rolewise.discord;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rolewise.command.CommandRegistry;
import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Choice;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Route;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot on a loopback Discord: real JDA, real gateway and REST, and Discord's own limits enforced. */
class DiscordBotIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MANAGE_MESSAGES = 1L << 13;

    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final Member alice = discord.member("alice");
    private final Member bob = discord.member("bob");
    private final FakeAsk ask = new FakeAsk("Asks a question");
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    private final DiscordSettings settings =
            DiscordSettings.ofToken("good-token").withRestUrl(URI.create(discord.restUrl()));
    private final DiscordBot bot = bot(settings, ask);

    @BeforeEach
    void start() throws Exception {
        bot.start();
    }

    @AfterEach
    void stop() throws Exception {
        ask.gate.countDown();
        bot.stop(PATIENCE);
        workers.shutdownNow();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void slash_command_is_deferred_and_then_answered_for_everybody() {
        Exchange asked = alice.slash("ask", input("question", "why?"));

        assertThat(asked.reply().text()).isEqualTo("server: why?\n-# a receipt");
        assertThat(asked.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
        assertThat(asked.ephemeral()).isFalse();
        assertThat(asked.reply().usesComponentsV2()).isTrue();
        assertThat(asked.reply().buttons())
                .extracting(Button::label)
                .containsExactly("Show evidence", "Follow up", "Again", "Gone", "Delete");
    }

    @Test
    void private_answer_is_seen_by_the_member_alone_and_needs_no_delete_button() {
        Exchange asked = alice.slash("ask", input("question", "why?"), input("private", true));

        assertThat(asked.reply().ephemeral()).isTrue();
        assertThat(asked.reply().buttons()).extracting(Button::label).doesNotContain("Delete");
        assertThat(bob.sees()).isEmpty();
    }

    @Test
    void direct_messages_are_answered() {
        assertThat(alice.direct()
                        .slash("ask", input("question", "why?"))
                        .reply()
                        .text())
                .startsWith("direct: why?");
    }

    @Test
    void suggestions_come_at_once_and_only_as_many_and_as_long_as_discord_takes() {
        List<Choice> choices = alice.autocomplete("ask", "question", "what").choices();

        assertThat(choices).hasSize(25).first().isEqualTo(new Choice("what 1", "what 1"));
    }

    @Test
    void button_answers_its_presser_alone_or_whoever_sees_the_message() {
        Message answer = alice.slash("ask", input("question", "why?")).reply();

        Exchange evidence = bob.press(answer, "Show evidence");
        assertThat(evidence.reply().text()).startsWith("evidence 42");
        assertThat(evidence.reply().ephemeral()).isTrue();
        assertThat(bob.press(answer, "Again").reply().ephemeral()).isFalse();
        assertThat(bob.press(evidence.reply(), "Again").reply().ephemeral()).isTrue();
    }

    @Test
    void form_opens_at_once_and_acts_when_it_is_sent() {
        Message answer = alice.slash("ask", input("question", "why?")).reply();

        Modal form = alice.press(answer, "Follow up").modal();
        Exchange sent = alice.submit(form, input("input", "and then?"));

        assertThat(form.title()).isEqualTo("Follow-up");
        assertThat(sent.reply().text()).startsWith("follow 42 with and then?");
        assertThat(sent.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
    }

    @Test
    void command_on_a_message_gets_its_text() {
        assertThat(alice.contextMenu("Ask about this message", bob.says("AIE or MLE?"))
                        .reply()
                        .text())
                .startsWith("server: AIE or MLE?");
        assertThat(alice.contextMenu("Ask about this message", bob.says("\u200b"))
                        .reply()
                        .content())
                .isEqualTo(Notice.NO_TEXT.text());
    }

    @Test
    void who_asked_may_delete_the_answer_and_so_may_who_manages_messages() {
        Message first = alice.slash("ask", input("question", "one")).reply();
        Message second = alice.slash("ask", input("question", "two")).reply();

        assertThat(bob.press(first, "Delete").reply().content()).isEqualTo(Notice.NOT_YOURS.text());
        assertThat(bob.sees()).extracting(Message::id).contains(first.id());
        alice.press(first, "Delete");
        bob.withPermissions(MANAGE_MESSAGES).press(second, "Delete");

        await().untilAsserted(
                        () -> assertThat(alice.sees()).extracting(Message::id).doesNotContain(first.id(), second.id()));
    }

    @Test
    void error_reaches_the_member_as_one_sentence_with_its_id() {
        assertThat(alice.slash("ask", input("question", "boom")).reply().text())
                .contains("went wrong")
                .endsWith("abc123");
        Exchange early = alice.slash("ask", input("question", "unsure"));
        assertThat(early.reply().content()).endsWith("abc123");
        assertThat(early.reply().ephemeral()).isTrue();
    }

    @Test
    void reply_that_discord_does_not_take_becomes_an_apology() {
        discord.fail(Route.EDIT_REPLY, 1, 500);

        assertThat(alice.slash("ask", input("question", "why?")).reply().text())
                .contains("went wrong")
                .endsWith("abc123");
    }

    @Test
    void failed_acknowledgement_leaves_the_bot_answering_others() {
        discord.fail(Route.CALLBACK, 1, 500);

        List<Exchange> both =
                List.of(alice.slash("ask", input("question", "one")), bob.slash("ask", input("question", "two")));

        await().until(() -> both.stream().filter(Exchange::acknowledged).count() == 1);
        assertThat(bob.slash("ask", input("question", "three")).reply().text()).startsWith("server: three");
    }

    @Test
    void busy_is_said_at_once_when_no_worker_is_free() {
        Exchange first = alice.slash("ask", input("question", "slow"));
        assertThat(first.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
        Exchange second = alice.slash("ask", input("question", "slow"));
        assertThat(second.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);

        Exchange third = bob.slash("ask", input("question", "why?"));
        assertThat(third.acknowledgement()).isEqualTo(Acknowledgement.MESSAGE);
        assertThat(third.reply().content()).isEqualTo(Notice.BUSY.text());
        assertThat(third.reply().ephemeral()).isTrue();

        ask.gate.countDown();
        assertThat(first.reply().text()).isEqualTo("At last.");
        assertThat(second.reply().text()).isEqualTo("At last.");
    }

    @Test
    void button_of_a_command_that_is_gone_is_answered_kindly() {
        Message answer = alice.slash("ask", input("question", "why?")).reply();

        assertThat(alice.press(answer, "Gone").reply().content()).isEqualTo(Notice.OUT_OF_DATE.text());
    }

    @Test
    void answer_that_is_too_long_is_cut_where_a_sentence_ends() {
        String text = alice.slash("ask", input("question", "long")).reply().text();

        assertThat(text).endsWith("alike. …").hasSizeBetween(3_900, 4_000);
    }

    @Test
    void nobody_is_pinged_whatever_the_answer_says() {
        Message answer = alice.slash("ask", input("question", "@everyone @here <@" + bob.id() + "> <@&1>"))
                .reply();

        assertThat(answer.pings()).isEmpty();
        assertThat(answer.text()).contains("@\u200beveryone").contains("\\<@" + bob.id());
        assertThat(answer.allowedMentions().path("parse")).isEmpty();
    }

    @Test
    void commands_are_registered_globally_and_only_when_they_changed() throws Exception {
        assertThat(discord.commands()).hasSize(2);
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

        assertThat(discord.commands(server)).hasSize(2);
        assertThat(discord.commands().get(0).path("description").asText()).isEqualTo("Asks a question");
        assertThat(discord.registrations()).isEqualTo(2);
    }

    @Test
    void wrong_token_is_one_line_with_the_remedy() {
        DiscordSettings wrong = DiscordSettings.ofToken("bad-token").withRestUrl(URI.create(discord.restUrl()));

        assertThatThrownBy(() -> bot(wrong, ask).start())
                .isInstanceOf(DiscordStartException.class)
                .hasMessageContaining("Reset Token")
                .message()
                .hasLineCount(1)
                .doesNotContain("bad-token");
    }

    @Test
    void closed_port_is_one_line_with_the_remedy() {
        DiscordSettings nowhere = settings.withRestUrl(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> bot(nowhere, ask).start())
                .isInstanceOf(DiscordStartException.class)
                .hasMessageStartingWith("No connection to 127.0.0.1:1: check the network");
    }

    @Test
    void trouble_at_discord_is_one_line() {
        discord.fail(Route.SELF, 1, 503);

        assertThatThrownBy(() -> bot(settings, ask).start())
                .isInstanceOf(DiscordStartException.class)
                .hasMessageContaining("503")
                .hasMessageContaining("discordstatus");
    }

    @Test
    void failing_registration_leaves_the_bot_answering() throws Exception {
        discord.fail(Route.LIST_COMMANDS, 1, 403);

        DiscordBot again = bot(settings, new FakeAsk("Asks something else"));
        bot.stop(PATIENCE);
        again.start();

        assertThat(alice.slash("ask", input("question", "why?")).reply().text()).startsWith("server: why?");
        again.stop(PATIENCE);
    }

    @Test
    void stopping_waits_for_pending_answers_and_declines_new_questions() throws Exception {
        Exchange pending = alice.slash("ask", input("question", "slow"));
        pending.acknowledgement();
        CompletableFuture<Void> stopping = stopInBackground(PATIENCE);

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
        bot.stop(PATIENCE);
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
        DiscordBot next = bot(with, command);
        next.start();
        next.stop(PATIENCE);
    }

    private DiscordBot bot(DiscordSettings with, FakeAsk command) {
        return new DiscordBot(with, new CommandRegistry(List.of(command)), workers, () -> "abc123");
    }
}
