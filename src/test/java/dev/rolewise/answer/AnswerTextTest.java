package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.List;
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
        assertThat(AnswerText.receipt(new Receipt(Tier.LOCAL, Optional.of(CacheHit.EXACT), age, Duration.ofMillis(3))))
                .contains("cached", told);
    }

    @Test
    void a_fresh_answer_tells_how_long_it_took() {
        assertThat(AnswerText.receipt(new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofMillis(123))))
                .contains("free", "123 ms")
                .doesNotContain("cached");
    }

    private static Citation citation(int marker, String quote, boolean note) {
        return new Citation(marker, "canopy", "Canopy", List.of("Tree surgeon", "Tools"), quote, "key" + quote, note);
    }
}
