package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider does, the member has an answer by the deadline, and nothing is left behind. */
class CascadeFaultsIT {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** On top of the deadline, for a machine that is busy with other things. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final Script WELL = Scripts.model(Rig.FAITHFUL);
    private static final String QUESTION = Shipped.forModels(1).get(0);
    private static final FaultTable TABLE = new FaultTable();

    private static Stream<FaultCase> faults() {
        return FaultCase.all();
    }

    /** What is slow the first time is no fault of any provider. */
    @BeforeAll
    static void warmUp(@TempDir Path folder) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(folder, Rig.PLENTY, Duration.ofMinutes(1), Map.of(Tier.CHEAP, provider))) {
            provider.always(WELL);
            rig.ask(QUESTION);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_costs_the_models_answer_and_nothing_else(FaultCase fault, @TempDir Path folder) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(folder, Rig.PLENTY, DEADLINE, Map.of(Tier.CHEAP, provider))) {
            fault.script().ifPresentOrElse(provider::always, provider::down);

            Answer answer = assertTimeoutPreemptively(DEADLINE.plus(SLACK), () -> rig.ask(QUESTION));

            assertThat(provider.calls()).isEqualTo(fault.calls());
            assertThat(answer.status()).isEqualTo(Answer.Status.ANSWERED);
            assertThat(answer.citations()).isNotEmpty();
            assertThat(answer.receipt().servedBy()).isEqualTo(fault.servedBy());
            assertThat(answer.receipt().spending().calls()).isEqualTo(fault.calls());
            assertThat(answer.receipt().spending().note().orElse("")).startsWith(fault.note());
            rig.awaitFree();
            Usd cost = answer.receipt().spending().cost();
            rig.assertSettled(cost);
            assertThat(cost)
                    .isBetween(
                            fault.cost().least(Rig.CHEAP_PRICE, fault.calls()),
                            fault.cost().most(Rig.CHEAP_PRICE, fault.calls()));
            TABLE.row(fault.name(), provider.calls(), answer);
            assertNextAnswerIsWhole(fault, provider, rig);
        }
    }

    /** Once the provider is well, the question that failed gets its answer, and only that one is kept. */
    private static void assertNextAnswerIsWhole(FaultCase fault, LoopbackProvider provider, Rig rig) {
        provider.always(WELL);
        if (fault.script().isEmpty()) {
            provider.up();
        }
        rig.clock.advance(Rig.PAUSE.multipliedBy(2));
        Usd before = rig.ledger.month().settled();

        Answer again = rig.ask(QUESTION);
        Answer third = rig.ask(QUESTION);

        assertThat(again.receipt().servedBy()).isEqualTo(Tier.CHEAP);
        assertThat(again.receipt().cached().isPresent()).isEqualTo(fault.servedBy() == Tier.CHEAP);
        assertThat(third.receipt().cached()).contains(CacheHit.EXACT);
        assertThat(third.lines()).isEqualTo(again.lines());
        rig.assertSettled(before.plus(again.receipt().spending().cost()));
    }

    @Test
    void a_wait_that_the_provider_asks_for_is_kept(@TempDir Path folder) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(folder, Rig.PLENTY, DEADLINE, Map.of(Tier.CHEAP, provider))) {
            provider.always(WELL);
            provider.next(Scripts.errorWithRetryAfter(429, "1"));

            assertThat(rig.ask(QUESTION).receipt().servedBy()).isEqualTo(Tier.CHEAP);
            assertThat(rig.pauses).isEqualTo(List.of(Duration.ofSeconds(1)));
        }
    }

    @Test
    void a_hanging_provider_is_hung_up_on(@TempDir Path folder) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(folder, Rig.PLENTY, DEADLINE, Map.of(Tier.CHEAP, provider))) {
            provider.always(Scripts.stalledBody());

            rig.ask(QUESTION);

            rig.awaitFree();
            await().until(() -> provider.openConnections() == 0);
        }
    }

    @Test
    void a_question_that_is_called_off_ends_at_once_and_its_call_is_settled(@TempDir Path folder) throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(folder, Rig.PLENTY, Duration.ofMinutes(5), Map.of(Tier.CHEAP, provider))) {
            provider.always(Scripts.silent());
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Thread asking = new Thread(() -> answer.complete(rig.ask(QUESTION)));
            asking.start();
            await().until(() -> provider.calls() == 1);

            asking.interrupt();

            assertThat(answer.get(20, TimeUnit.SECONDS).receipt().spending().note())
                    .contains("the model did not answer in time");
            rig.awaitFree();
            rig.ledger.renew();
            rig.assertSettled(answer.get().receipt().spending().cost());
        }
    }

    @AfterAll
    static void write() throws IOException {
        TABLE.write(Path.of("target/fault-table.txt"));
    }
}
