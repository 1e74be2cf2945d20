package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Choice;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What members get who ask on Discord, from the whole bot. Each test has members of its own, as questions are limited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskOnDiscordIT {
    private static final String ML_TOOLS = "What tools do ML engineers use?";
    private static final int QUESTIONS_A_MINUTE = 6;

    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path dataFolder) throws Exception {
        bot = RunningBot.start(dataFolder);
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(bot.violations()).isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void request_bodies_fit_discords_openapi_document() {
        assumeTrue(
                bot.discord.validatesBodies(),
                "Bodies are not checked against Discord's OpenAPI document: -Ddiscord.openapi=FILE names it");
        bot.answeredInTime(member("olga").slash("ask", input("question", ML_TOOLS)));
        bot.answeredInTime(member("olga").slash("help"));
    }

    @Test
    void question_is_answered_for_everybody_with_sources_and_receipt() {
        Exchange asked = member("alice").slash("ask", input("question", ML_TOOLS));
        Message answer = bot.answeredInTime(asked);

        assertThat(asked.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
        assertThat(answer.text().replace("\\", ""))
                .contains("PyTorch")
                .containsPattern("[a-z] \\[1]\\.")
                .containsPattern("(?m)^-# \\[1] .+ · Tools")
                .containsPattern("(?m)^-# local · (free|cached) ");
        assertThat(answer.buttons())
                .extracting(Button::label)
                .startsWith("Ask a follow-up", "Show evidence")
                .endsWith("Delete");
        assertThat(member("somebody else").sees()).extracting(Message::id).contains(answer.id());
    }

    @Test
    void private_answer_is_seen_by_who_asked_alone() {
        Message answer =
                bot.answeredInTime(member("petra").slash("ask", input("question", ML_TOOLS), input("private", true)));

        assertThat(answer.ephemeral()).isTrue();
        assertThat(answer.text()).contains("PyTorch");
        assertThat(member("somebody else").sees()).extracting(Message::id).doesNotContain(answer.id());
    }

    @Test
    void direct_message_is_answered() {
        Message answer = bot.answeredInTime(member("dora").direct().slash("ask", input("question", ML_TOOLS)));

        assertThat(answer.text()).contains("PyTorch");
    }

    @Test
    void common_questions_are_offered_while_typing_and_can_be_asked() {
        Member tess = member("tess");
        List<Choice> choices = tess.autocomplete("ask", "question", "tools").choices();

        assertThat(choices).hasSizeBetween(1, 25).allMatch(choice -> choice.name()
                .contains("tools"));
        Message answer = bot.answeredInTime(
                tess.slash("ask", input("question", choices.get(0).value())));
        assertThat(answer.text()).contains("tools").contains("\\[1]");
        assertThat(tess.autocomplete("ask", "question", "zzz").choices()).isEmpty();
    }

    @Test
    void question_in_somebodys_message_is_answered() {
        Message said = member("bob").says("hey, what tools do ML engineers use?");

        Message answer = bot.answeredInTime(member("carol").contextMenu("Ask about this message", said));

        assertThat(answer.text()).contains("PyTorch");
    }

    @Test
    void question_that_the_sources_do_not_cover_is_told_so_without_sources() {
        Message answer = bot.answeredInTime(
                member("noah").slash("ask", input("question", "What is the best recipe for apple pie?")));

        assertThat(answer.text()).isNotBlank().doesNotContain("[1]");
        assertThat(answer.buttons()).extracting(Button::label).doesNotContain("Show evidence");
    }

    @Test
    void sources_are_told_to_who_wants_to_know() {
        Message sources = bot.answeredInTime(member("sam").slash("sources"));

        assertThat(sources.ephemeral()).isTrue();
        assertThat(sources.text()).contains("Every sentence of an answer stands in one of these");
        assertThat(sources.text().lines().filter(line -> line.startsWith("• **")))
                .hasSize(4);
    }

    @Test
    void help_names_every_command() {
        Message help = bot.answeredInTime(member("hugo").slash("help"));

        assertThat(help.ephemeral()).isTrue();
        assertThat(help.text()).contains("**/ask**", "**/sources**", "**/help**", "Ask about this message");
    }

    @Test
    void question_beyond_the_limit_of_a_minute_is_declined_kindly() {
        Member eager = member("eager");
        for (int i = 0; i < QUESTIONS_A_MINUTE; i++) {
            bot.answeredInTime(eager.slash("ask", input("question", ML_TOOLS)));
        }

        Exchange beyond = eager.slash("ask", input("question", ML_TOOLS));
        Message declined = bot.answeredInTime(beyond);

        assertThat(beyond.acknowledgement()).isEqualTo(Acknowledgement.MESSAGE);
        assertThat(declined.ephemeral()).isTrue();
        assertThat(declined.text())
                .containsPattern("^You've asked 6 questions in the last minute\\. Please try again in \\d+ seconds\\.");
        assertThat(bot.answeredInTime(member("patient").slash("ask", input("question", ML_TOOLS)))
                        .text())
                .contains("PyTorch");
    }

    @Test
    void nobody_is_pinged_by_what_somebody_asks() {
        String question = "@everyone <@" + member("victim").id() + "> " + ML_TOOLS;
        Message answer = bot.answeredInTime(member("mallory").slash("ask", input("question", question)));

        assertThat(answer.pings()).isEmpty();
        assertThat(answer.allowedMentions().path("parse").isArray()).isTrue();
        assertThat(answer.allowedMentions().path("parse")).isEmpty();
        assertThat(answer.text()).doesNotContain("@everyone");
    }

    private Member member(String name) {
        return bot.discord.member(name);
    }
}
