package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final UnaryOperator<String> PLAIN = UnaryOperator.identity();

    @Test
    void a_text_that_fits_is_whole() {
        assertThat(Excerpt.of("One. Two.", PLAIN, 9)).contains("One. Two.");
    }

    @Test
    void a_longer_text_is_cut_where_a_sentence_ends() {
        assertThat(Excerpt.of("One is here. Two is here. Three is here.", PLAIN, 35))
                .contains("One is here. Two is here. …");
    }

    @Test
    void the_room_counts_the_markup() {
        assertThat(Excerpt.of("One_ is. Two__ is. Three is.", Markdown::escape, 22))
                .contains("One\\_ is. …");
    }

    @Test
    void a_long_sentence_is_cut_between_words_and_a_long_word_between_characters() {
        assertThat(Excerpt.of("one two three four", PLAIN, 12)).contains("one two …");
        assertThat(Excerpt.of("😀😀😀😀😀😀", PLAIN, 7)).contains("😀😀 …");
    }

    @Test
    void nothing_is_left_where_there_is_no_room() {
        assertThat(Excerpt.of("One two.", PLAIN, 2)).isEmpty();
        assertThat(Excerpt.of("One two.", PLAIN, -5)).isEmpty();
    }

    @Test
    void labels_are_cut_and_never_in_half_a_character() {
        assertThat(Excerpt.label("short", 10)).isEqualTo("short");
        assertThat(Excerpt.label("abcdefgh", 5)).isEqualTo("abcd…");
        assertThat(Excerpt.label("abc😀defg", 5)).isEqualTo("abc…");
    }
}
