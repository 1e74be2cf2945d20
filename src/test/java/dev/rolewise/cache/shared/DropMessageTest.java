package dev.rolewise.cache.shared;

import static dev.rolewise.cache.shared.Kept.SEAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DropMessageTest {
    private final DropMessage message = new DropMessage("me", List.of("installation\n-\nwhat", "server 1\n-\nhow"));

    @Test
    void a_message_comes_back_as_it_was() {
        assertThat(DropMessage.decode(message.encode(SEAL), SEAL)).contains(message);
    }

    @Test
    void a_changed_cut_or_foreign_message_is_none() {
        byte[] sent = message.encode(SEAL);
        for (int i = 0; i < sent.length; i++) {
            byte[] changed = sent.clone();
            changed[i] ^= 1;
            assertThat(DropMessage.decode(changed, SEAL)).isEmpty();
            assertThat(DropMessage.decode(Arrays.copyOf(sent, i), SEAL)).isEmpty();
        }
        assertThat(DropMessage.decode(message.encode(Seal.of(new byte[32])), SEAL))
                .isEmpty();
        assertThat(DropMessage.decode("hello".getBytes(StandardCharsets.UTF_8), SEAL))
                .isEmpty();
        assertThat(DropMessage.decode(new byte[1 << 20], SEAL)).isEmpty();
    }

    @Test
    void a_sealed_answer_is_no_message() {
        byte[] text = "{\"from\":\"x\",\"keys\":[\"*\"]}".getBytes(StandardCharsets.UTF_8);
        byte[] forged = Arrays.copyOf(SEAL.sign("answer", text), Seal.BYTES + text.length);
        System.arraycopy(text, 0, forged, Seal.BYTES, text.length);

        assertThat(DropMessage.decode(forged, SEAL)).isEmpty();
    }

    @Test
    void the_listener_hears_others_and_not_itself() {
        List<String> told = new ArrayList<>();
        try (Heard heard = new Heard("me", SEAL, () -> {})) {
            heard.listener(told::add);

            heard.message("channel", message.encode(SEAL));
            heard.message("channel", new DropMessage("you", List.of("key")).encode(SEAL));

            Awaitility.await().untilAsserted(() -> assertThat(told).containsExactly("key"));
        }
    }

    @Test
    void a_listener_that_fails_hears_the_next() {
        List<String> told = new ArrayList<>();
        try (Heard heard = new Heard("me", SEAL, () -> {})) {
            heard.listener(key -> {
                told.add(key);
                throw new IllegalStateException("broken");
            });

            heard.message("channel", new DropMessage("you", List.of("a", "b")).encode(SEAL));

            Awaitility.await().untilAsserted(() -> assertThat(told).containsExactly("a", "b"));
        }
    }

    @Test
    void many_messages_for_a_slow_listener_become_everything() throws Exception {
        List<String> told = new ArrayList<>();
        java.util.concurrent.CountDownLatch go = new java.util.concurrent.CountDownLatch(1);
        AtomicInteger everything = new AtomicInteger();
        try (Heard heard = new Heard("me", SEAL, everything::incrementAndGet)) {
            heard.listener(key -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                told.add(key);
            });

            for (int i = 0; i < 5000; i++) {
                heard.message("channel", new DropMessage("you", List.of("key" + i)).encode(SEAL));
            }
            heard.message("channel", new DropMessage("you", List.of(RedisLevel.EVERYTHING)).encode(SEAL));
            go.countDown();

            Awaitility.await().untilAsserted(() -> assertThat(told).contains(RedisLevel.EVERYTHING));
            assertThat(told).hasSizeLessThan(2500);
            assertThat(everything).hasValue(1);
        }
    }
}
