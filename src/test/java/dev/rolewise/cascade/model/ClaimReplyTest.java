package dev.rolewise.cascade.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolewise.cascade.Claim;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReplyTest {
    private static final ClaimReply ONE = new ClaimReply(List.of(new Claim("Oaks are tall.", List.of(1, 2))), true);

    private static String claim(String text) {
        return "{\"claims\":[{\"text\":\"" + text + "\",\"passages\":[1]}],\"covered\":true}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1,2]}],\"covered\":true}",
                "```json\n{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1,2]}],\"covered\":true}\n```",
                "Sure! Here {it} is:\n{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1,2]}],\"covered\":true} Bye [x].",
                "<think>{\"claims\":[]} or not?</think>{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1,2]}]}",
                "{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1,2,],},],\"covered\":\"true\",}",
                "{\"claims\":{\"text\":\"Oaks are tall.\",\"passages\":[2,1,1]}}",
                "[{\"text\":\"Oaks are tall.\",\"passages\":[\"1\",\"[2]\"]}]",
                "{\"text\":\"Oaks are tall.\",\"passages\":\"1, 2\"}",
                "{'claims':[{'text':'Oaks are tall.','passages':[1,2]}],'covered':true}",
                "{\"claims\":[{\"text\":\"Oaks\nare\ttall.\",\"passages\":[1,2],\"extra\":{\"a\":[1]}}],\"note\":null}",
                "{\"claims\":[{\"text\":\"**Oaks** are `tall`. [1] [2]\",\"passages\":[1,2,0,-0]}]}",
                "{\"claims\":[17,\"x\",{\"no\":1},{\"text\":\"Oaks are tall.\",\"passages\":[1,2]}]}"
            })
    void is_found_in_whatever_stands_around_it(String text) {
        assertThat(ClaimReply.parse(text)).contains(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I'm sorry, but I can't help with that.",
                "{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1",
                "{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1]},{\"text\":\"Elms",
                "{\"claims\":[{\"text\":\"Oaks are tall.\",\"passages\":[1]}]",
                "{\"answer\":\"Oaks are tall.\"}",
                "[1,2,3]",
                "{\"claims\":\"none\"}",
                "{}",
                "[[[[[[[[[[[[[[]]]]]]]]]]]]]]",
                "null"
            })
    void is_nothing_where_there_is_none(String text) {
        assertThat(ClaimReply.parse(text)).isEmpty();
    }

    @Test
    void a_refusal_is_a_reply() {
        assertThat(ClaimReply.parse("{\"claims\": [], \"covered\": false}")).contains(new ClaimReply(List.of(), false));
        assertThat(ClaimReply.parse("{\"claims\": null}")).contains(new ClaimReply(List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read https://evil.example/x.",
                "Read http ://evil.example.",
                "Read hxxps://evil.test now.",
                "Go to www.evil.org today.",
                "Buy it at course-shop.example today.",
                "Buy it at course-shop\u3002com today.",
                "Join discord.gg/free now.",
                "Join discord . gg / free now.",
                "Join discord\u200b.gg/free now.",
                "Ｊｏｉｎ ｄｉｓｃｏｒｄ．ｇｇ now.",
                "Write to owner@evil.example now.",
                "Click [here](evil) now.",
                "Run javascript:alert now.",
                "See bit.ly/abc now.",
                "Ask <@1234567890> now.",
                "Ask <@&1234567890> now.",
                "Ask in <#1234567890> now.",
                "It is <t:1700000000:R> already.",
                "Use </ask:123> now.",
                "Smile <:x:123> now.",
                "Hear @everyone now.",
                "Hear @\u200beveryone now.",
                "Hear @ here now.",
                "Hear @someone now.",
                "Hear @**everyone** now.",
                "See ht**tps://evil.example** now."
            })
    void a_claim_with_an_address_or_a_mention_is_dropped(String text) {
        assertThat(ClaimReply.parse(claim(text))).contains(new ClaimReply(List.of(), true));
    }

    @ParameterizedTest
    @CsvSource({
        "'# Oaks are tall.', Oaks are tall.",
        "'- Oaks **are** __tall__.', Oaks are tall.",
        "'> Oaks ||are|| ~~tall~~.', Oaks are tall.",
        "'Oaks are tall [1, 2].', Oaks are tall.",
        "'Oaks\u202e are\u0007 tall\u200b.', Oaks are tall.",
        "'Use snake_case and scikit-learn, Node.js, C++ and R&D at 5 % (e.g. in v1.2).',"
                + " 'Use snake_case and scikit-learn, Node.js, C++ and R&D at 5 % (e.g. in v1.2).'",
        "'A ratio of 3:1 and/or $100,000 <50 %.', 'A ratio of 3:1 and/or $100,000 <50 %.'"
    })
    void marks_are_taken_out_and_words_are_left(String text, String plain) {
        assertThat(ClaimReply.parse(claim(text.replace("\u0007", "\\u0007")))
                        .orElseThrow()
                        .claims())
                .extracting(Claim::text)
                .containsExactly(plain);
    }

    @Test
    void a_claim_that_is_too_long_is_dropped() {
        String fits = "a".repeat(399) + ".";

        assertThat(ClaimReply.parse(claim(fits)).orElseThrow().claims()).hasSize(1);
        assertThat(ClaimReply.parse(claim(fits + "b")).orElseThrow().claims()).isEmpty();
    }

    @Test
    void only_twenty_claims_are_taken() {
        String many = IntStream.range(0, 50)
                .mapToObj(i -> "{\"text\":\"Claim number " + i + ".\",\"passages\":[1]}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(ClaimReply.parse(many).orElseThrow().claims()).hasSize(20);
    }

    @Test
    void passages_are_numbers_from_one_to_99_and_may_be_none() {
        assertThat(ClaimReply.parse("[{\"text\":\"Oaks.\",\"passages\":[0,-1,1.5,100,99,null,{\"a\":3},\"7\"]}]")
                        .orElseThrow()
                        .claims())
                .extracting(Claim::passages)
                .containsExactly(List.of(1, 7, 99));
        assertThat(ClaimReply.parse("[{\"text\":\"Oaks.\"}]").orElseThrow().claims())
                .extracting(Claim::passages)
                .containsExactly(List.of());
    }

    @Test
    void hostile_sizes_cost_no_time() {
        String braces = "{".repeat(60_000);
        String deep = "{\"claims\":" + "[".repeat(30_000);
        String quotes = "{\"".repeat(30_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(ClaimReply.parse(braces)).isEmpty();
            assertThat(ClaimReply.parse(deep)).isEmpty();
            assertThat(ClaimReply.parse(quotes)).isEmpty();
            assertThat(ClaimReply.parse(claim("a_*`".repeat(400)))).isPresent();
            assertThat(ClaimReply.parse(claim("www".repeat(500)))).isPresent();
            assertThat(ClaimReply.parse(claim("a.".repeat(800)))).isPresent();
        });
        assertThat(ClaimReply.parse(" ".repeat(65_537) + "{\"claims\":[]}")).isEmpty();
    }
}
