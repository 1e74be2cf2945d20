package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InterimRepliesTest {
    private final List<String> sent = new ArrayList<>();
    private final Queue<Runnable> underWay = new ArrayDeque<>();
    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final InterimReplies interim = new InterimReplies(this::send, pauses::add);

    private void send(Reply reply, Runnable whenOver) {
        String text = ((Block.Line) reply.blocks().get(0)).text();
        if (text.equals("unshowable")) {
            throw new IllegalStateException("cannot be rendered");
        }
        sent.add(text);
        underWay.add(whenOver);
    }

    private void show(String text) {
        interim.show(Reply.line(text));
    }

    @Test
    void one_is_under_way_at_a_time_and_the_newest_follows_after_the_pause() {
        show("one");
        show("two");
        show("three");
        assertThat(sent).containsExactly("one");

        underWay.remove().run();
        show("four");
        assertThat(sent).containsExactly("one");

        pauses.remove().run();
        assertThat(sent).containsExactly("one", "four");
    }

    @Test
    void after_a_pause_with_nothing_new_the_next_goes_at_once() {
        show("one");
        underWay.remove().run();
        pauses.remove().run();

        show("two");

        assertThat(sent).containsExactly("one", "two");
    }

    @Test
    void the_last_waits_for_the_one_under_way_and_nothing_follows_it() {
        show("one");
        show("two");
        interim.finish(() -> sent.add("last"));
        assertThat(sent).containsExactly("one");

        underWay.remove().run();
        show("three");

        assertThat(sent).containsExactly("one", "last");
        assertThat(pauses).isEmpty();
    }

    @Test
    void the_last_does_not_wait_for_a_pause() {
        show("one");
        show("two");
        underWay.remove().run();

        interim.finish(() -> sent.add("last"));
        pauses.remove().run();

        assertThat(sent).containsExactly("one", "last");
    }

    @Test
    void the_last_goes_at_once_where_nothing_was_shown() {
        interim.finish(() -> sent.add("last"));

        assertThat(sent).containsExactly("last");
    }

    @Test
    void one_that_cannot_be_shown_does_no_harm() {
        show("unshowable");
        show("two");
        pauses.remove().run();
        interim.finish(() -> sent.add("last"));
        underWay.remove().run();

        assertThat(sent).containsExactly("two", "last");
    }
}
