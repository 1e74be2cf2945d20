package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Server;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.provider.Scripts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A member has all of theirs deleted while a question of theirs is being answered: in the whole bot, with a model that thinks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionUnderWayIT {
    private final LoopbackProvider provider = LoopbackProvider.start();
    private WatchedBot on;

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path redis) throws Exception {
        provider.always(Scripts.model(ScriptedModels.faithful(3)));
        on = new WatchedBot(data, redis, BareBot.models(provider));
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(on.violations()).isEmpty();
    }

    @AfterAll
    void stop() {
        on.close();
        provider.close();
    }

    @Test
    void of_an_answer_that_comes_after_the_deletion_no_byte_is_kept() throws Exception {
        Server here = on.discord.server("Under way");
        Member pia = on.member("pia", here);
        Member tom = on.member("tom", here);
        CountDownLatch thinking = new CountDownLatch(1);
        provider.next(Scripts.after(thinking, Scripts.model(ScriptedModels.garbage())));
        Exchange asked = pia.slash(
                "ask",
                input("question", "Which tools does a zanzibarquokka ML engineer use, and which of them first?"));
        BareBot.awaitCalls(provider, 1);

        Message sure = on.answered(pia.press(on.privacy(pia), "Delete it all"));
        Message gone = on.answered(pia.press(sure, "Yes, delete it all"));
        thinking.countDown();
        Message answer = asked.reply(message -> !message.text().contains("⏳"), "an answer that is finished");

        assertThat(gone.text()).containsPattern("Deleted: \\d+ record");
        assertThat(answer.text()).contains("claims kept");
        assertThat(provider.calls()).isGreaterThan(1);
        on.ask(tom, "Do ML engineers use wombatquark?");
        on.settled();
        on.awaitShared(tom, "wombatquark");
        assertThat(on.inRedis("zanzibarquokka")).isFalse();
        assertThat(on.filesWith("zanzibarquokka")).isEmpty();
        assertThat(on.logged()).doesNotContain("zanzibarquokka").doesNotContain(pia.id());
        assertThat(on.file(pia).path("in memory")).isEmpty();
        assertThat(on.file(pia).path("on record").fieldNames())
                .toIterable()
                .as("what is used of today's budget stays until midnight, and nothing else")
                .containsExactly("What your questions cost, by day");
        assertThat(on.answered(pia.press(answer, "Details")).text()).contains("no longer have that answer");
        on.clock.advance(Duration.ofDays(2));
        on.clean();
        assertThat(on.filesWith(pia.id())).isEmpty();
    }
}
