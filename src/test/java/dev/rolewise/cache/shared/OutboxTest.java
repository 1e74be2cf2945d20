package dev.rolewise.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.shared.Outbox.Drops;
import dev.rolewise.cache.shared.Outbox.Keep;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Name A = Kept.name("a question");
    private static final Name B = Kept.name("b question");

    private final Outbox outbox = new Outbox();

    @Test
    void answers_come_out_in_their_order() throws Exception {
        outbox.keep(A, Kept.plain());
        outbox.keep(B, Kept.plain());

        assertThat(outbox.next(Duration.ZERO)).contains(new Keep(A, Kept.plain()));
        assertThat(outbox.next(Duration.ZERO)).contains(new Keep(B, Kept.plain()));
        assertThat(outbox.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void an_answer_that_finds_no_room_is_not_shared() {
        IntStream.range(0, Outbox.MAX_ANSWERS).forEach(i -> outbox.keep(A, Kept.plain()));

        assertThat(outbox.keep(B, Kept.plain())).isFalse();
    }

    @Test
    void what_is_taken_back_is_not_sent_after_all_and_goes_first() throws Exception {
        outbox.keep(A, Kept.plain());
        outbox.keep(B, Kept.plain());
        outbox.drop(List.of(A));

        Drops drops = drops();
        assertThat(drops.names().keySet()).containsExactly(A);
        outbox.delivered(drops, drops.names().keySet());
        assertThat(outbox.next(Duration.ZERO)).contains(new Keep(B, Kept.plain()));
    }

    @Test
    void what_is_taken_back_stays_until_it_is_delivered() throws Exception {
        outbox.drop(List.of(A));
        Drops drops = drops();

        assertThat(outbox.isDropped(A)).isTrue();
        outbox.delivered(drops, Set.of(A));
        assertThat(outbox.isDropped(A)).isFalse();
        assertThat(outbox.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void what_is_taken_back_again_meanwhile_is_sent_again() throws Exception {
        outbox.drop(List.of(A));
        Drops first = drops();
        outbox.drop(List.of(A));

        outbox.delivered(first, Set.of(A));

        assertThat(outbox.isDropped(A)).isTrue();
    }

    @Test
    void what_the_server_did_not_do_is_tried_again_and_not_told_again() throws Exception {
        outbox.drop(List.of(A, B));
        Drops first = drops();
        outbox.delivered(first, Set.of(B));

        assertThat(first.untold()).containsExactlyInAnyOrder(A, B);
        assertThat(outbox.isDropped(A)).isTrue();
        assertThat(outbox.isDropped(B)).isFalse();
        assertThat(outbox.next(Duration.ZERO)).isEmpty();
        outbox.again();
        assertThat(drops().names().keySet()).containsExactly(A);
        assertThat(drops().untold()).isEmpty();
    }

    @Test
    void what_is_taken_back_comes_in_portions() throws Exception {
        outbox.drop(names(DropMessage.MAX_KEYS + 1));

        Drops portion = drops();
        assertThat(portion.names()).hasSize(DropMessage.MAX_KEYS);
        outbox.delivered(portion, portion.names().keySet());
        assertThat(drops().names()).hasSize(1);
    }

    @Test
    void long_keys_come_in_smaller_portions() throws Exception {
        Set<Name> names =
                Set.of(Kept.name("a".repeat(16_000)), Kept.name("b".repeat(16_000)), Kept.name("c".repeat(16_000)));
        outbox.drop(names);

        assertThat(drops().names()).hasSize(2);
    }

    @Test
    void where_there_is_no_room_everything_is_taken_back_once() throws Exception {
        assertThat(outbox.drop(names(Outbox.MAX_DROPS))).isTrue();
        assertThat(outbox.drop(List.of(A))).isFalse();

        Drops drops = drops();
        assertThat(drops.everything()).isTrue();
        outbox.delivered(drops, drops.names().keySet());
        assertThat(drops().everything()).isFalse();
    }

    @Test
    void a_closed_one_takes_no_answers_but_gives_out_the_rest() throws Exception {
        outbox.keep(A, Kept.plain());
        outbox.close();

        assertThat(outbox.keep(B, Kept.plain())).isFalse();
        assertThat(outbox.next(Duration.ofDays(1))).isPresent();
        assertThat(outbox.next(Duration.ofDays(1))).isEmpty();
    }

    private Drops drops() throws InterruptedException {
        return (Drops) outbox.next(Duration.ZERO).orElseThrow();
    }

    private static List<Name> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Kept.name("question " + i))
                .toList();
    }
}
