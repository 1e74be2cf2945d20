package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.question.Keeping;
import dev.rolewise.testing.FakeTicker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class KeepingsTest {
    private final Keepings keepings = new Keepings(member -> "code of " + member, new FakeTicker());
    private final List<String> kept = new ArrayList<>();

    @Test
    void a_question_from_before_the_deletion_leaves_nothing_and_one_from_after_it_does() {
        Keeping before = keepings.of("mia");
        assertThat(keep(before, "one")).isTrue();

        delete("mia");

        assertThat(keep(before, "two")).isFalse();
        assertThat(keep(keepings.of("mia"), "three")).isTrue();
        assertThat(kept).containsExactly("one", "three");
    }

    @Test
    void the_questions_of_others_are_kept_and_know_that_somebody_had_something_deleted() {
        Keeping before = keepings.of("tom");
        assertThat(before.undisturbed()).isTrue();

        delete("mia");

        assertThat(keep(before, "one")).isTrue();
        assertThat(before.undisturbed()).isFalse();
        assertThat(keepings.of("tom").undisturbed()).isTrue();
    }

    @Test
    void a_second_deletion_counts_like_the_first() {
        delete("mia");
        Keeping between = keepings.of("mia");
        delete("mia");

        assertThat(keep(between, "one")).isFalse();
    }

    @Test
    void of_more_deletions_than_are_remembered_none_is_overlooked() {
        Keeping before = keepings.of("mia");
        delete("mia");
        for (int i = 0; i < 20_000; i++) {
            delete("member " + i);
        }

        assertThat(keep(before, "one")).isFalse();
        assertThat(keep(keepings.of("mia"), "two")).isTrue();
    }

    @Test
    void a_deletion_waits_for_what_is_being_kept_and_finds_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread keeper = new Thread(() -> keepings.of("mia").keep(() -> {
            begun.countDown();
            hold(go);
            kept.add("one");
        }));
        keeper.start();
        begun.await();
        AtomicBoolean found = new AtomicBoolean();
        Thread deleter =
                new Thread(() -> keepings.delete(Set.of("code of mia"), () -> found.set(kept.contains("one"))));
        deleter.start();
        await().until(() -> deleter.getState() == Thread.State.WAITING);

        go.countDown();
        deleter.join();
        keeper.join();

        assertThat(found).isTrue();
    }

    @Test
    void it_is_known_for_whom_something_was_kept_lately() {
        keep(keepings.of("mia"), "one");
        keepings.of("tom");

        assertThat(keepings.lately()).containsExactly("mia");
    }

    private boolean keep(Keeping keeping, String text) {
        return keeping.keep(() -> kept.add(text));
    }

    private void delete(String member) {
        keepings.delete(Set.of("code of " + member), () -> {});
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
