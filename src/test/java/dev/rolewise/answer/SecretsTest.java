package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /** Shapes of tokens and keys, put together here so that none stands in a file. */
    static Stream<String> secrets() {
        return Stream.of(
                String.join(".", "Mz".repeat(13), "Gab" + "3x9", "qW_e".repeat(9) + "zz"),
                "sk" + "-" + "a1B2".repeat(8),
                "gh" + "p_" + "Zz09".repeat(9),
                "xo" + "xb-" + "12ab".repeat(6),
                "AI" + "za" + "Q7w_".repeat(9),
                "AK" + "IA" + "QRST".repeat(4),
                "0af9".repeat(16),
                "-----BEGIN " + "PRIVATE KEY-----\n" + "TUlJ".repeat(12) + "\n-----END " + "PRIVATE KEY-----");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void tokens_and_keys_are_taken_out_and_the_question_stays(String secret) {
        String masked = Secrets.mask("what is pruning? " + secret + " thanks");

        assertThat(masked).startsWith("what is pruning? ").endsWith(" thanks");
        assertThat(masked.replaceAll("what is pruning\\?|thanks", "")).isBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.b+jobs@mail.example.org", "x@y.example", "first_last@sub.domain.example"})
    void e_mail_addresses_are_taken_out(String address) {
        assertThat(Secrets.mask("write to " + address + " about pruning"))
                .doesNotContain("@")
                .contains("about pruning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+44 20 7946 0958", "(020) 7946 0958", "020-7946-0958", "+1 (555) 010-9999", "07700 900123"})
    void telephone_numbers_are_taken_out(String number) {
        assertThat(Secrets.mask("call " + number + " about pruning").replaceAll("[^0-9]", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is $100,000 a fair salary in 2026?",
                "do I need 5-10 years of experience?",
                "between 2019 and 2026, did pay rise 12.5%?",
                "precision@k or recall@10, and node.js 18.2.1?",
                "what about 1,000,000 trees and 24/7 work?",
                "is self-employed-and-certified-to-climb a thing?"
            })
    void ordinary_numbers_and_names_stay(String question) {
        assertThat(Secrets.mask(question)).isEqualTo(question);
    }

    @Test
    void two_secrets_in_one_text_are_both_taken_out() {
        String two = secrets().limit(2).reduce((a, b) -> a + " and " + b).orElseThrow();

        assertThat(Secrets.mask(two).strip()).isEqualTo("and");
    }
}
