package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Question;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many members at once. */
@Timeout(120)
class CascadeConcurrencyIT {
    private static final int TWINS = 100;
    private static final int MEMBERS = 50;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Script WELL = Scripts.model(Rig.FAITHFUL);

    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private LoopbackProvider provider;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path empty) {
        folder = empty;
        provider = LoopbackProvider.start();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private Rig rig(BudgetSettings budget, Duration deadline) {
        return new Rig(folder, budget, deadline, Map.of(Tier.CHEAP, provider));
    }

    /** Each on a thread of its own, all from the same moment on. */
    private List<Thread> askAtOnce(Rig rig, List<String> questions) {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = Question.of(questions.get(i));
            AskOptions options = new AskOptions(
                    false,
                    Optional.empty(),
                    Optional.of("m" + i % 10),
                    Optional.of("s1"),
                    Keeping.FOR_GOOD,
                    answer -> {});
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    answers.add(rig.answers.ask(question, options));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        return threads;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void twins_share_one_call() throws InterruptedException {
        CompletableFuture<Void> release = new CompletableFuture<>();
        provider.always((request, wire) -> {
            release.join();
            WELL.play(request, wire);
        });
        try (Rig rig = rig(Rig.PLENTY, DEADLINE)) {
            List<Thread> twins = askAtOnce(rig, twins());
            await().atMost(DEADLINE)
                    .until(() -> twins.stream().allMatch(t -> t.getState() == Thread.State.TIMED_WAITING));
            release.complete(null);
            join(twins);

            assertThat(provider.calls()).isEqualTo(1);
            assertThat(answers).hasSize(TWINS);
            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.receipt().servedBy()).isEqualTo(Tier.CHEAP));
            assertThat(answers.stream().map(Answer::lines).distinct()).hasSize(1);
            assertThat(answers.stream().map(a -> a.receipt().spending().calls()).reduce(0, Integer::sum))
                    .isEqualTo(1);
            assertThat(rig.ledger.month().calls()).isEqualTo(1);
        }
    }

    @Test
    void twins_of_a_question_that_hangs_all_have_an_answer_from_one_call() throws InterruptedException {
        provider.always(Scripts.silent());
        try (Rig rig = rig(Rig.PLENTY, Duration.ofSeconds(4))) {
            join(askAtOnce(rig, twins()));

            assertThat(answers).hasSize(TWINS);
            assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(Answer.Status.ANSWERED));
            assertThat(provider.calls()).isEqualTo(1);
            rig.awaitFree();
            assertThat(rig.ledger.month().reserved()).isEqualTo(Usd.ZERO);
        }
    }

    @Test
    void a_small_budget_is_never_passed_and_everybody_has_an_answer() throws InterruptedException {
        provider.always(WELL);
        Usd cap = Usd.parse("0.006");
        BudgetSettings small = new BudgetSettings(cap, cap, cap, 1_000, 1_000, 1_000);
        AtomicBoolean done = new AtomicBoolean();
        List<MonthSpend> over = new ArrayList<>();
        try (Rig rig = rig(small, DEADLINE)) {
            Thread watch = new Thread(() -> {
                while (!done.get()) {
                    MonthSpend month = rig.ledger.month();
                    if (month.settled().plus(month.reserved()).compareTo(cap) > 0) {
                        over.add(month);
                    }
                }
            });
            watch.start();
            join(askAtOnce(rig, Shipped.forModels(MEMBERS)));
            done.set(true);
            watch.join();

            assertThat(over).isEmpty();
            assertThat(answers).hasSize(MEMBERS);
            assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(Answer.Status.ANSWERED));
            assertThat(answers)
                    .anySatisfy(a -> assertThat(a.receipt().servedBy()).isEqualTo(Tier.CHEAP))
                    .anySatisfy(a ->
                            assertThat(a.receipt().spending().note().orElse("")).contains("budget"));
            assertThat(rig.ledger.month().calls()).isEqualTo(provider.calls());
            rig.assertSettled(
                    answers.stream().map(a -> a.receipt().spending().cost()).reduce(Usd.ZERO, Usd::plus));
        }
    }

    private static List<String> twins() {
        return Collections.nCopies(TWINS, Shipped.forModels(1).get(0));
    }
}
