package dev.rolewise.app;

import static dev.rolewise.app.BareBot.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.command.Caller;
import dev.rolewise.command.Reply;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.provider.Scripts;
import dev.rolewise.testing.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the bot on one PostgreSQL, with no Redis: what a member has deleted in one goes in the other, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionElsewhereIT {
    private static final Caller TOM = Caller.member("70000000000000001", Optional.of("1"), "11");
    private static final String REMEMBERED = "Questions of yours that I remember";
    private static final String TODAY = "What your questions cost, by day";

    private LoopbackProvider provider;
    private BareBot here;
    private BareBot elsewhere;

    @BeforeAll
    void start(@TempDir Path one, @TempDir Path other) throws Exception {
        provider = LoopbackProvider.start();
        provider.always(Scripts.model(ScriptedModels.faithful(3)));
        Map<String, String> settings = new HashMap<>(BareBot.models(provider));
        settings.put("ROLEWISE_DATABASE_URL", PostgresServer.shared().emptySchema());
        settings.put("ROLEWISE_LIMITS_MEMBER_MINUTE", "1000");
        here = new BareBot(one, settings);
        elsewhere = new BareBot(other, settings);
    }

    @AfterAll
    void stop() {
        elsewhere.close();
        here.close();
        provider.close();
    }

    @Test
    void conversation_and_kept_answers_of_another_process_go_within_a_second() {
        Caller pia = member("70000000000000002");
        String question = "What tools do zanzibarquokka ML engineers use?";
        Reply answer = elsewhere.ask(pia, question);
        assertThat(text(elsewhere.ask(TOM, question))).contains("cached");
        String followUp = "And what about AI engineers?";
        String alone = said(elsewhere.ask(member("7000001"), followUp));
        assertThat(said(elsewhere.ask(pia, followUp))).isNotEqualTo(alone);
        assertThat(text(elsewhere.privacy(pia))).contains(REMEMBERED, "whose answers I give again");
        elsewhere.settle();

        here.delete(pia);
        awaitForgotten(pia);

        assertThat(text(elsewhere.privacy(pia))).doesNotContain("in memory");
        assertThat(here.about(pia)).isEmpty();
        assertThat(text(elsewhere.press(pia, answer, "details"))).contains("no longer have that answer");
        assertThat(text(elsewhere.ask(TOM, question))).doesNotContain("cached");
        assertThat(said(elsewhere.ask(pia, followUp))).isEqualTo(alone);
    }

    @Test
    void a_question_under_way_in_another_process_leaves_nothing() throws Exception {
        Caller quin = member("70000000000000003");
        elsewhere.ask(quin, "What tools do AI engineers use?");
        CountDownLatch thinking = new CountDownLatch(1);
        int before = provider.calls();
        provider.next(Scripts.after(thinking, Scripts.model(ScriptedModels.garbage())));
        CompletableFuture<Reply> asked =
                elsewhere.work(quin, "Which tools does a wombatquark ML engineer use, and which of them first?");
        BareBot.awaitCalls(provider, before + 1);
        assertThat(here.about(quin)).containsKeys(TODAY, "Calls of models for your questions");

        here.delete(quin);
        awaitForgotten(quin);
        thinking.countDown();

        assertThat(text(asked.get())).contains("claims kept");
        assertThat(provider.calls()).isGreaterThan(before + 1);
        elsewhere.settle();
        assertThat(text(elsewhere.privacy(quin))).doesNotContain("in memory");
        assertThat(here.about(quin)).containsOnlyKeys(TODAY);
    }

    private void awaitForgotten(Caller member) {
        await().until(() -> !text(elsewhere.privacy(member)).contains("in memory"));
    }

    private static String said(Reply reply) {
        return reply.blocks().get(0).toString();
    }

    private static Caller member(String id) {
        return Caller.member(id, Optional.of("1"), "11");
    }
}
