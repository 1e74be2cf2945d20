package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AnswerText;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that fails is left alone, and members hardly notice. */
class CascadeBreakerIT {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Script FAILS = Scripts.error(500, "server_error");
    private static final Script WELL = Scripts.model(Rig.FAITHFUL);
    private static final List<String> QUESTIONS = Shipped.forModels(8);

    private LoopbackProvider provider;
    private Rig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        provider = LoopbackProvider.start();
        rig = new Rig(folder, Rig.PLENTY, DEADLINE, Map.of(Tier.CHEAP, provider));
        provider.always(FAILS);
    }

    @AfterEach
    void close() {
        rig.close();
        provider.close();
    }

    /** Three questions of two calls each: the breaker opens at the fifth failure. */
    private void breakDown() {
        QUESTIONS.subList(0, 3).forEach(rig::ask);
        assertThat(provider.calls()).isEqualTo(5);
    }

    private static void assertLocal(Answer answer) {
        assertThat(answer.status()).isEqualTo(Answer.Status.ANSWERED);
        assertThat(answer.receipt().servedBy()).isEqualTo(Tier.LOCAL);
        assertThat(answer.receipt().spending().note()).contains("the model could not be reached");
    }

    @Test
    void while_it_is_open_nobody_is_asked_and_nothing_is_spent() throws IOException {
        breakDown();
        Usd before = rig.ledger.month().settled();
        int callsBefore = rig.ledger.month().calls();
        List<String> table = new ArrayList<>();
        rig.pauses.clear();

        for (String question : QUESTIONS) {
            long start = System.nanoTime();
            Finding found = rig.cascade.ask(inquiry(question), Deadline.in(DEADLINE, Ticker.systemTicker()));
            long micros = (System.nanoTime() - start) / 1_000;
            Answer answer = rig.ask(question);
            assertThat(found).isInstanceOf(Finding.Nothing.class);
            assertLocal(answer);
            assertThat(answer.receipt().spending().calls()).isZero();
            table.add(String.format(
                    Locale.ROOT,
                    "breaker open: models given up after %5.1f ms, %s",
                    micros / 1_000.0,
                    AnswerText.receipt(answer.receipt())));
        }

        assertThat(provider.calls()).isEqualTo(5);
        rig.assertSettled(before);
        assertThat(rig.ledger.month().calls()).as("in the ledger").isEqualTo(callsBefore);
        assertThat(rig.pauses).isEmpty();
        Files.write(Path.of("target/breaker-table.txt"), table);
    }

    private static Inquiry inquiry(String question) {
        return new Inquiry(
                "q",
                question,
                List.of(),
                List.of(),
                Shipped.PACK.passages().subList(0, 12),
                Tier.CHEAP,
                true,
                Optional.empty(),
                Optional.empty(),
                Keeping.FOR_GOOD);
    }

    @Test
    void after_the_pause_one_question_tries_and_the_others_do_not_wait_for_it() {
        breakDown();
        rig.clock.advance(Rig.PAUSE);
        CompletableFuture<Void> release = new CompletableFuture<>();
        provider.always((request, wire) -> {
            release.join();
            WELL.play(request, wire);
        });
        CompletableFuture<Answer> probe = CompletableFuture.supplyAsync(() -> rig.ask(QUESTIONS.get(4)));
        await().until(() -> provider.calls() == 6);

        assertLocal(rig.ask(QUESTIONS.get(5)));
        assertThat(provider.calls()).isEqualTo(6);

        release.complete(null);
        assertThat(probe.join().receipt().servedBy()).isEqualTo(Tier.CHEAP);
        assertThat(rig.ask(QUESTIONS.get(5)).receipt().servedBy()).isEqualTo(Tier.CHEAP);
    }

    @Test
    void a_try_that_fails_is_not_tried_again_before_the_next_pause() {
        breakDown();
        rig.clock.advance(Rig.PAUSE);

        assertLocal(rig.ask(QUESTIONS.get(4)));
        assertThat(provider.calls()).isEqualTo(6);
        assertLocal(rig.ask(QUESTIONS.get(5)));
        assertThat(provider.calls()).isEqualTo(6);

        rig.clock.advance(Rig.PAUSE);
        provider.always(WELL);
        assertThat(rig.ask(QUESTIONS.get(6)).receipt().servedBy()).isEqualTo(Tier.CHEAP);
        assertThat(rig.ask(QUESTIONS.get(7)).receipt().servedBy()).isEqualTo(Tier.CHEAP);
        assertThat(provider.calls()).isEqualTo(8);
    }

    @Test
    void hanging_calls_open_it_too(@TempDir Path other) {
        try (Rig hasty = new Rig(other, Rig.PLENTY, Duration.ofMillis(1_500), Map.of(Tier.CHEAP, provider))) {
            provider.always(Scripts.silent());

            QUESTIONS.forEach(
                    question -> assertThat(hasty.ask(question).status()).isEqualTo(Answer.Status.ANSWERED));

            assertThat(provider.calls()).isEqualTo(5);
            hasty.awaitFree();
        }
    }
}
