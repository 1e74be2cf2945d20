package dev.rolewise.discord;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Choice;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Route;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What members do and get, on a loopback Discord: real JDA, real gateway and REST, and Discord's own limits enforced. */
class DiscordBotIT {
    private static final long MANAGE_MESSAGES = 1L << 13;

    private final BotOnLoopback loopback = new BotOnLoopback();
    private final LoopbackDiscord discord = loopback.discord;
    private final Member alice = loopback.alice;
    private final Member bob = loopback.bob;
    private final FakeAsk ask = loopback.ask;

    @BeforeEach
    void start() throws Exception {
        loopback.bot.start();
    }

    @AfterEach
    void stop() throws Exception {
        loopback.close();
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
    void what_the_log_says_of_an_error_names_the_call_and_not_the_member() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger ours = (Logger) LoggerFactory.getLogger("dev.rolewise");
        Level before = ours.getLevel();
        ours.setLevel(Level.WARN);
        ours.addAppender(log);
        try {
            alice.slash("ask", input("question", "boom")).reply();
            discord.fail(Route.EDIT_REPLY, 1, 500);
            alice.slash("ask", input("question", "why?")).reply();
        } finally {
            ours.detachAppender(log);
            ours.setLevel(before);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("abc123 in /ask in ")
                        .doesNotContain(alice.id())
                        .doesNotContain("why?"));
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
}
