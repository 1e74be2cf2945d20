package dev.rolewise.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyLimitTest {
    private static final String VALUE = "$65537\r\n" + "v".repeat(65_537) + "\r\n";

    private final EmbeddedChannel channel = new EmbeddedChannel(new ReplyLimit());

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+OK\r\n",
                "-ERR no\r\n",
                ":-12\r\n",
                "$-1\r\n",
                "$0\r\n\r\n",
                "*-1\r\n",
                "*0\r\n",
                "*2\r\n$1\r\na\r\n:1\r\n",
                "_\r\n",
                "#t\r\n",
                ",1.5\r\n",
                "%1\r\n+a\r\n*2\r\n:1\r\n%0\r\n",
                ">3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$2\r\n\r\n\r\n",
                "=5\r\ntxt:a\r\n",
                "~1\r\n:1\r\n"
            })
    void replies_of_every_kind_pass_for_ever_whole_or_byte_by_byte(String reply) {
        int enough = 2 * ReplyLimit.MAX_REPLY_BYTES / 100;
        for (int i = 0; i < enough / reply.length(); i++) {
            pass(reply.repeat(100));
        }
        for (char c : reply.repeat(50).toCharArray()) {
            pass(String.valueOf(c));
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void the_largest_value_passes_again_and_again() {
        for (int i = 0; i < 100; i++) {
            pass(VALUE);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$536870912\r\n",
                "$99999999999999999999\r\n",
                "*2147483647\r\n",
                "%2147483647\r\n",
                "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n"
            })
    void a_reply_that_announces_too_much_ends_the_connection(String reply) {
        pass(reply);

        assertThat(channel.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK", "+", ":1", "\u0000\u0001", "$", "*900000\r\n"})
    void a_reply_that_does_not_end_ends_the_connection(String reply) {
        pass(reply);
        for (int i = 0; i <= ReplyLimit.MAX_REPLY_BYTES / 64 && channel.isOpen(); i++) {
            pass(reply.startsWith("*") ? ":1\r\n".repeat(16) : "0".repeat(64));
        }

        assertThat(channel.isOpen()).isFalse();
    }

    private void pass(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        ByteBuf passed = channel.readInbound();
        if (passed != null) {
            passed.release();
        }
    }
}
