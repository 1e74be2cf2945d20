package dev.rolewise.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionIdTest {
    @ParameterizedTest
    @CsvSource({"ask,more,k3x9", "ask,evidence,a.b.c", "ask,up,''", "two-words,do-it,a:b::c", "ask,next,ünï 🌳"})
    void what_is_encoded_is_decoded_again(String command, String verb, String payload) {
        ActionId id = new ActionId(command, verb, payload);

        assertThat(ActionId.decode(id.encode())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::",
                "ask",
                "ask:more",
                "Ask:more:x",
                "ask:MORE:x",
                ":more:x",
                "ask::x",
                "ask :more:x",
                "-ask:more:x",
                "ask:more;drop:x",
                "../ask:more:x",
                "1ask:more:x",
                "a123:more:x"
            })
    void forged_ids_are_nothing(String forged) {
        assertThat(ActionId.decode(forged)).isEmpty();
    }

    @Test
    void an_id_of_the_greatest_length_passes_and_one_more_does_not() {
        String payload = "x".repeat(ActionId.MAX_LENGTH - "ask:more:".length());

        assertThat(ActionId.decode(new ActionId("ask", "more", payload).encode()))
                .isPresent();
        assertThat(ActionId.decode("ask:more:" + payload + "x")).isEmpty();
        assertThatThrownBy(() -> new ActionId("ask", "more", payload + "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_command_or_verb_that_is_no_word_cannot_be_made() {
        assertThatThrownBy(() -> new ActionId("ask:", "more", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ActionId("ask", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ActionId("a".repeat(33), "more", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask:more:a\nb", "ask:more:\u0000", "ask:more:\u001B[31m"})
    void control_characters_in_a_payload_are_nothing(String forged) {
        assertThat(ActionId.decode(forged)).isEmpty();
    }
}
