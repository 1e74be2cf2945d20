package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two members ask the same at once, and the model is in no hurry. */
class LateTwinTest {
    private static final String QUESTION = Shipped.forModels(1).get(0);

    @Test
    void who_waits_for_anothers_answer_in_vain_gets_the_local_one() throws Exception {
        Slow slow = new Slow();
        AnswerService service = Shipped.service(slow, Duration.ofMillis(200));
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> service.ask(Question.of(QUESTION), AskOptions.PLAIN));
        assertThat(slow.asked.await(20, TimeUnit.SECONDS)).isTrue();

        Answer second = service.ask(Question.of(QUESTION), AskOptions.PLAIN);

        assertThat(second.status()).isEqualTo(Answer.Status.ANSWERED);
        assertThat(second.citations()).isNotEmpty();
        assertThat(second.receipt().servedBy()).isEqualTo(Tier.LOCAL);
        assertThat(second.receipt().spending().note()).contains("the model did not answer in time");
        assertThat(first).isNotDone();
        slow.answers.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS).lines()).isEqualTo(second.lines());
    }

    /** A tier that takes its time and says nothing in the end. */
    private static final class Slow implements ModelTiers {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public boolean has(Tier tier) {
            return true;
        }

        @Override
        public Optional<Tier> instead(Tier wanted) {
            return Optional.of(wanted);
        }

        @Override
        public String generation() {
            return "";
        }

        @Override
        public Finding ask(Inquiry inquiry, Deadline deadline) {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Finding.Nothing(Spending.NONE);
        }
    }
}
