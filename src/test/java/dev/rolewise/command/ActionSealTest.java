package dev.rolewise.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionSealTest {
    private static final String SNOWFLAKE = "1234567890123456789";

    private final ActionSeal seal = new ActionSeal(key(1));

    @Test
    void what_was_sealed_comes_back_to_its_member() {
        String payload = seal.seal("fit", SNOWFLAKE, "path-abc");

        assertThat(seal.open("fit", SNOWFLAKE, payload)).isEqualTo(new ActionSeal.Opened.State("path-abc"));
        assertThat(payload).hasSize("path-abc".length() + SNOWFLAKE.length() + ActionSeal.OVERHEAD);
    }

    @Test
    void another_member_is_told_apart_from_a_forgery() {
        String payload = seal.seal("fit", SNOWFLAKE, "path-abc");

        assertThat(seal.open("fit", "99", payload)).isEqualTo(new ActionSeal.Opened.Foreign());
        assertThat(seal.open("fit", "99", payload.replace(SNOWFLAKE, "99"))).isEqualTo(new ActionSeal.Opened.Forged());
    }

    @Test
    void a_change_anywhere_is_a_forgery() {
        String payload = seal.seal("fit", SNOWFLAKE, "path-abc");

        for (int i = 0; i < payload.length(); i++) {
            char other = payload.charAt(i) == 'x' ? 'y' : 'x';
            String changed = payload.substring(0, i) + other + payload.substring(i + 1);
            assertThat(seal.open("fit", SNOWFLAKE, changed)).as(changed).isEqualTo(new ActionSeal.Opened.Forged());
        }
    }

    @Test
    void another_key_or_command_does_not_open_it() {
        String payload = seal.seal("fit", SNOWFLAKE, "path-abc");

        assertThat(new ActionSeal(key(2)).open("fit", SNOWFLAKE, payload)).isEqualTo(new ActionSeal.Opened.Forged());
        assertThat(seal.open("compare", SNOWFLAKE, payload)).isEqualTo(new ActionSeal.Opened.Forged());
    }

    @Test
    void anything_else_is_a_forgery() {
        for (String payload : new String[] {"", ".", "..", "............", "a.b.c", ".............", "x".repeat(90)}) {
            assertThat(seal.open("fit", SNOWFLAKE, payload)).isEqualTo(new ActionSeal.Opened.Forged());
            assertThat(seal.openForAnybody("fit", payload)).isEmpty();
        }
    }

    @Test
    void where_the_member_does_not_matter_the_origin_still_does() {
        String payload = seal.seal("fit", SNOWFLAKE, "path-abc");

        assertThat(seal.openForAnybody("fit", payload)).isEqualTo(Optional.of("path-abc"));
        assertThat(seal.openForAnybody("fit", payload.replace("path", "hire"))).isEmpty();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new ActionSeal(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
