package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void case_apostrophes_and_spacing_do_not_matter() {
        assertThat(Wording.holds("They DON\u2019T  need\u00a0it", "don't need it"))
                .isTrue();
        assertThat(Wording.holds("a\n b", "A B")).isTrue();
    }

    @Test
    void a_space_marks_the_edge_of_a_word() {
        assertThat(Wording.holds("call an API", " api ")).isTrue();
        assertThat(Wording.holds("rapid work", "api")).isTrue();
        assertThat(Wording.holds("rapid work", " api")).isFalse();
        assertThat(Wording.holds("the api.", "api ")).isFalse();
    }

    @Test
    void an_engine_is_not_found_in_an_engineer() {
        assertThat(Wording.holds("the engineer", "engine")).isFalse();
        assertThat(Wording.holds("Engineering", " engine ")).isFalse();
        assertThat(Wording.holds("the engineer builds engines", "engine")).isTrue();
        assertThat(Wording.holds("the engineer", "an engine")).isFalse();
    }

    @Test
    void rules_for_a_reader_and_empty_ones_are_passed_over() {
        List<String> forbidden = List.of("behaviour: obeys", " ", "Zork ", "coin");

        assertThat(Wording.firstForbidden("behaviour: obeys", forbidden)).isEmpty();
        assertThat(Wording.firstForbidden("zorkcoin", forbidden)).contains("Zork ");
    }
}
