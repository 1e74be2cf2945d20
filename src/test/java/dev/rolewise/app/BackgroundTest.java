package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void it_has_settled_when_all_that_was_handed_over_is_done() {
        Queue<String> done = new ConcurrentLinkedQueue<>();
        try (Background background = new Background("test", 10)) {
            background.execute(() -> done.add("a"));
            background.execute(() -> done.add("b"));

            assertThat(background.settle()).isTrue();
            assertThat(done).containsExactly("a", "b");
        }
    }

    @Test
    void a_wait_that_is_cut_short_has_not_settled() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Background background = new Background("test", 1);
        background.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        Thread.currentThread().interrupt();

        assertThat(background.settle()).isFalse();

        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        background.close();
        assertThat(Thread.interrupted()).isTrue();
    }
}
