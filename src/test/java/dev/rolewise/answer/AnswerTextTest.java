package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
    @Test
    void each_place_is_named_once_however_many_quotes_stand_there() {
        assertThat(AnswerText.sources(
                        List.of(citation(1, "A.", true), citation(1, "B.", true), citation(2, "C.", true))))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("Canopy", "Tools"));
    }

    @Test
    void our_notes_are_never_put_into_an_authors_mouth() {
        assertThat(AnswerText.origin(citation(1, "A.", true))).startsWith("[1] our note on “Canopy”");
        assertThat(AnswerText.origin(citation(1, "A.", false)))
                .startsWith("[1] “Canopy”")
                .doesNotContain("note");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,just now",
        "PT59S,just now",
        "PT1M,1 min ago",
        "PT59M,59 min ago",
        "PT1H,1 h ago",
        "PT23H,23 h ago",
        "P1D,1 d ago",
        "P9D,9 d ago"
    })
    void a_cached_answer_tells_its_age(Duration age, String told) {
        assertThat(AnswerText.receipt(
                        new Receipt(Tier.LOCAL, Optional.of(CacheHit.EXACT), age, Duration.ofMillis(3), Spending.NONE)))
                .contains("cached", told);
    }

    @Test
    void a_fresh_answer_tells_how_long_it_took() {
        assertThat(AnswerText.receipt(new Receipt(
                        Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofMillis(123), Spending.NONE)))
                .contains("free", "123 ms")
                .doesNotContain("cached");
    }

    @Test
    void an_answer_of_a_model_tells_which_what_it_cost_and_how_much_of_it_was_kept() {
        assertThat(AnswerText.receipt(receipt(Tier.CHEAP, model(4, 3), Duration.ofMillis(1900))))
                .isEqualTo("cheap · elm-2 · $0.0004 · 1.9 s · 3 of 4 claims kept");
    }

    @Test
    void an_answer_that_is_not_what_was_wanted_says_why() {
        Spending failed = new Spending(
                Optional.empty(), 1, 0, 0, Usd.parse("0.0012"), 0, 0, "", Optional.of("the model was too busy"));

        assertThat(AnswerText.receipt(receipt(Tier.LOCAL, failed, Duration.ofSeconds(20))))
                .isEqualTo("local · $0.0012 · 20.0 s · the model was too busy");
    }

    @Test
    void a_cached_answer_of_a_model_costs_nothing_again() {
        Receipt cached = receipt(Tier.STRONG, model(4, 4), Duration.ofSeconds(3))
                .fromCache(Optional.empty(), Duration.ofHours(2), Duration.ofMillis(2));

        assertThat(AnswerText.receipt(cached)).isEqualTo("strong · elm-2 · cached 2 h ago · 4 of 4 claims kept");
        assertThat(AnswerText.details(cached))
                .containsEntry("From the cache", "it was made 2 h ago")
                .containsEntry("Cost", "nothing")
                .doesNotContainKeys("Model calls", "Tokens");
    }

    @Test
    void a_reused_answer_tells_what_was_asked_on_one_line_without_an_early_end() {
        Receipt reused = receipt(Tier.LOCAL, Spending.NONE, Duration.ofMillis(9))
                .fromCache(
                        Optional.of(new Receipt.Reused("Is it \u201cML\u201d \n or \"AI\"?", 0.93)),
                        Duration.ofHours(2),
                        Duration.ZERO);
        Receipt long_ = reused.fromCache(
                Optional.of(new Receipt.Reused("\ud83c\udf33".repeat(300), 0.93)), Duration.ofHours(2), Duration.ZERO);

        assertThat(AnswerText.receipt(reused)).isEqualTo("local · cached 2 h ago · asked as “Is it 'ML' or 'AI'?”");
        assertThat(AnswerText.details(reused)).containsEntry("First asked as", "“Is it 'ML' or 'AI'?”");
        assertThat(AnswerText.receipt(long_)).endsWith("asked as “" + "\ud83c\udf33".repeat(100) + "…”");
    }

    @Test
    void details_tell_how_an_answer_came_about() {
        assertThat(AnswerText.details(receipt(Tier.CHEAP, model(4, 3).routed("one question"), Duration.ofMillis(1900))))
                .containsExactly(
                        Map.entry("Made by", "the cheap tier, elm-2"),
                        Map.entry("Routing", "one question"),
                        Map.entry(
                                "Checked",
                                "3 of the model's 4 sentences are carried by the sources; the rest was left out"),
                        Map.entry("Model calls", "1"),
                        Map.entry("Tokens", "2,600 in, 40 out"),
                        Map.entry("Cost", "$0.0004"),
                        Map.entry("Time", "1.9 s"));
    }

    @Test
    void details_of_a_local_answer_claim_no_model_for_it() {
        Spending rejected = new Spending(
                Optional.empty(), 1, 2_600, 40, Usd.parse("0.0004"), 3, 1, "", Optional.of("too little was carried"));

        assertThat(AnswerText.details(receipt(Tier.LOCAL, rejected, Duration.ofMillis(1900))))
                .containsEntry(
                        "Made by", "the local tier, which puts sentences of the sources together without a model")
                .containsEntry("Checked", "1 of the model's 3 sentences is carried by the sources, too few to use")
                .containsEntry("Note", "too little was carried");
    }

    private static Spending model(int claims, int kept) {
        return new Spending(
                Optional.of("elm-2"), 1, 2_600, 40, Usd.parse("0.0004"), claims, kept, "", Optional.empty());
    }

    private static Receipt receipt(Tier tier, Spending spending, Duration took) {
        return new Receipt(tier, Optional.empty(), Duration.ZERO, took, spending);
    }

    private static Citation citation(int marker, String quote, boolean note) {
        return new Citation(marker, "canopy", "Canopy", List.of("Tree surgeon", "Tools"), quote, "key" + quote, note);
    }
}
