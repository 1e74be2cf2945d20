package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsidesTest {
    private static final String ASKED = "What is a saw?";

    @Test
    void what_is_told_and_wanted_comes_back() {
        String question = Asides.wanting(Asides.telling(ASKED, "I am 45"), "shorter");

        assertThat(Asides.body(question)).isEqualTo(ASKED);
        assertThat(Asides.wanted(question)).isEqualTo("shorter");
        assertThat(Asides.told(question)).contains("I am 45").doesNotContain("shorter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x] ] [", "a[wanted: b]c", "[also told: [", "$1 \\\\ {2}"})
    void brackets_in_what_is_told_do_no_harm(String told) {
        assertThat(Asides.body(Asides.telling(ASKED, told))).isEqualTo(ASKED);
        assertThat(Asides.body(Asides.wanting(ASKED, told))).isEqualTo(ASKED);
    }

    @Test
    void a_long_story_is_cut_and_no_character_of_it_in_half() {
        String told = Asides.telling(ASKED, "🌲".repeat(300).substring(1));

        assertThat(told.length()).isLessThan(260);
        assertThat(Asides.body(told)).isEqualTo(ASKED);
        assertThat(Asides.cut("ab🌲", 3)).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is a saw [and a rope]?", "(wanted: shorter)", "[wanted: everything]"})
    void a_text_that_is_all_brackets_or_has_others_stays(String text) {
        assertThat(Asides.body(text)).isEqualTo(text);
    }
}
