package dev.rolewise.loopback;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Real JDA on the loopback Discord. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopbackDiscordIT {
    private static final Duration ACK_LIMIT = Duration.ofSeconds(3);

    private final FakeClock clock = new FakeClock();
    private final CompletableFuture<Void> lateGate = new CompletableFuture<>();
    private final LoopbackDiscord discord = LoopbackDiscord.start(
            LoopbackSettings.defaults().withAckLimit(ACK_LIMIT).withClock(clock));
    private final Member alice = discord.member("alice");
    private final ShardManager bot = DemoBot.connect(discord, Compression.NONE, "any-token", lateGate);

    @BeforeAll
    void register() {
        discord.awaitReady();
        await().until(() -> bot.getShardById(0).getStatus() == JDA.Status.CONNECTED);
        bot.getShardById(0).updateCommands().addCommands(DemoBot.commands()).queue();
        discord.awaitCommand("ask");
    }

    @AfterEach
    void nothing_was_violated() {
        List<Violation> violations = discord.violations();
        discord.clearViolations();
        assertThat(violations).isEmpty();
    }

    @AfterAll
    void close() {
        bot.shutdown();
        discord.close();
    }

    @Test
    void commands_are_registered_and_can_be_read_back() {
        assertThat(discord.commands()).hasSize(DemoBot.commands().size());
        assertThat(discord.registrations()).isEqualTo(1);
        assertThat(discord.intents())
                .as("JDA always asks for GUILDS, and for no more")
                .isEqualTo(1);
        assertThat(bot.getShardById(0).retrieveCommands().complete())
                .hasSize(DemoBot.commands().size());
    }

    @Test
    void slash_command_is_deferred_and_edited_with_components_v2() {
        Exchange asked = alice.slash("ask", input("question", "what tools?"));

        assertThat(asked.reply().text()).isEqualTo("**Answer** to what tools?");
        assertThat(asked.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
        assertThat(asked.reply().usesComponentsV2()).isTrue();
        assertThat(asked.reply().buttons()).extracting(Button::label).containsExactly("Sources", "Ask again", "Read");
        assertThat(asked.reply().button("Read").url()).isEqualTo("https://example.org");
    }

    @Test
    void autocomplete_suggests() {
        assertThat(alice.autocomplete("ask", "question", "what t").choices())
                .containsExactly(new Choice("what tools do they use?", "tools"));
    }

    @Test
    void button_replies_to_its_presser_alone() {
        Message answer = alice.slash("ask", input("question", "x")).reply();
        Member bob = discord.member("bob");

        Exchange pressed = bob.press(answer, "Sources");

        assertThat(pressed.ephemeral()).isTrue();
        assertThat(pressed.reply().text()).isEqualTo("Source: a note");
        assertThat(pressed.followUp(0).ephemeral()).isTrue();
        assertThat(bob.sees()).extracting(Message::id).contains(pressed.reply().id());
        assertThat(alice.sees())
                .extracting(Message::id)
                .doesNotContain(pressed.reply().id());
    }

    @Test
    void modal_is_shown_and_its_submission_edits_the_message() {
        Message answer = alice.slash("ask", input("question", "x")).reply();
        Modal modal = alice.press(answer, "Ask again").modal();

        assertThat(modal.fields()).extracting(Modal.Field::label).containsExactly("Question");
        Exchange submitted = alice.submit(modal, input("question", "and now?"));

        assertThat(submitted.acknowledgement()).isEqualTo(Acknowledgement.UPDATE);
        assertThat(submitted.reply().id()).isEqualTo(answer.id());
        assertThat(submitted.reply().text()).isEqualTo("**Answer** to and now?");
    }

    @Test
    void context_menu_sees_the_message_it_is_used_on() {
        Exchange used = alice.contextMenu(
                "Ask about this message", discord.member("bob").says("MLE or AIE?"));

        assertThat(used.reply().text()).isEqualTo("About: MLE or AIE?");
        assertThat(used.reply().ephemeral()).isTrue();
        assertThat(used.followUps()).isEmpty();
    }

    @Test
    void direct_messages_work_and_lack_what_is_for_servers() {
        Exchange asked = alice.direct().slash("ask", input("question", "in private"));
        assertThat(asked.reply().text()).contains("in private");
        assertThat(alice.direct().press(asked.reply(), "Sources").reply().text())
                .isEqualTo("Source: a note");
        assertThatIllegalArgumentException().isThrownBy(() -> alice.direct().slash("server upload"));
    }

    @Test
    void select_menu_edits_its_message() {
        Message menu = alice.slash("pick").reply();
        Exchange selected = alice.select(menu, "pick:role", "mle");
        assertThat(selected.reply().content()).isEqualTo("You chose [mle]");
        assertThat(selected.reply().selects()).isEmpty();
    }

    @Test
    void files_go_both_ways() {
        Message chart = alice.slash("chart").reply();
        assertThat(chart.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.fileName()).isEqualTo("chart.png");
            assertThat(attachment.description()).isEqualTo("A chart");
            assertThat(attachment.file().bytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("png");
        });

        Upload document = new Upload("notes.md", "text/markdown", "# notes".getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alice.slash("server upload", input("file", document)))
                .withMessageContaining("lacks the permissions");
        Member manager = alice.withPermissions(Member.MANAGE_SERVER);
        assertThat(manager.slash("server upload", input("file", document))
                        .reply()
                        .content())
                .isEqualTo("read true 7");
    }

    @Test
    void late_acknowledgement_is_refused_and_recorded() {
        Exchange late = alice.slash("late");
        clock.advance(ACK_LIMIT.plusMillis(1));
        lateGate.complete(null);

        await().until(() -> !discord.violations().isEmpty());
        assertThat(discord.violations())
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.ACKNOWLEDGED_TOO_LATE);
        assertThat(late.acknowledged()).isFalse();
        discord.clearViolations();
    }

    @Test
    void rate_limits_and_failures_can_be_injected() {
        discord.rateLimit(Route.EDIT_REPLY, 1, Duration.ofMillis(100));
        discord.fail(Route.CALLBACK, 1, 502);
        assertThat(alice.slash("ask", input("question", "patience")).reply().text())
                .contains("patience");
    }

    @Test
    void what_happens_during_a_dropped_connection_is_replayed() {
        int resumes = discord.resumes();
        discord.dropConnections();
        Exchange asked = alice.slash("ask", input("question", "meanwhile"));
        assertThat(asked.reply().text()).contains("meanwhile");
        assertThat(discord.resumes()).isGreaterThan(resumes);
    }
}
