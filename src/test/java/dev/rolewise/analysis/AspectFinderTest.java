package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectFinderTest {
    private final AspectFinder aspects = new AspectFinder(Packs.gardeners());

    @ParameterizedTest
    @CsvSource({
        "which tools do they use,tools",
        "what EQUIPMENT is in the van,tools",
        "is it a safe job,safety",
        "how many accidents happen,safety",
        "how high a salary,pay-and-demand",
        "which certificate comes first,training",
        "what talents matter,skills"
    })
    void words_of_an_aspect_and_their_plurals_point_to_it(String text, String aspect) {
        assertThat(aspects.find(text, List.of())).contains(aspect);
    }

    @Test
    void no_word_of_any_aspect_is_no_aspect() {
        assertThat(aspects.find("do they like oaks", List.of())).isEmpty();
    }

    @Test
    void a_part_of_a_word_does_not_count() {
        assertThat(aspects.find("the earnest payee of Kitty", List.of())).isEmpty();
    }

    @Test
    void the_aspect_with_most_of_the_text_wins() {
        assertThat(aspects.find("equipment and gear for a safe climb", List.of()))
                .contains("tools");
    }

    @Test
    void two_aspects_that_weigh_the_same_leave_it_open() {
        assertThat(aspects.find("gear or risk", List.of())).isEmpty();
    }

    @Test
    void what_the_intent_makes_likely_decides_a_tie() {
        assertThat(aspects.find("gear or risk", List.of("safety"))).contains("safety");
        assertThat(aspects.find("gear or risk", List.of("tools"))).contains("tools");
    }

    @Test
    void what_the_intent_makes_likely_counts_only_where_its_words_stand() {
        assertThat(aspects.find("which gear", List.of("safety"))).contains("tools");
    }
}
