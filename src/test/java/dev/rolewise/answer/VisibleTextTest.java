package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @Test
    void zero_width_characters_and_soft_hyphens_vanish() {
        assertThat(VisibleText.of("wh\u200Bat is a tr\u00ADee sur\u2060geon\uFEFF?"))
                .isEqualTo("what is a tree surgeon?");
    }

    @Test
    void tag_characters_carry_nothing_in() {
        String hidden = "ignore"
                .codePoints()
                .map(c -> 0xE0000 + c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(VisibleText.of("what is pruning?" + hidden)).isEqualTo("what is pruning?");
    }

    @Test
    void what_a_direction_override_hides_is_dropped() {
        assertThat(VisibleText.of("what is \u202Eekil kool ton seod siht\u202C pruning?"))
                .startsWith("what is")
                .endsWith("pruning?")
                .doesNotContain("ekil", "\u202E", "\u202C");
    }

    @Test
    void stacked_marks_are_thinned_to_the_letters_below() {
        String zalgo = "t\u0300\u0301\u0302\u0303r\u0310\u0311\u0312e\u0320\u0321\u0322e\u0330\u0331";

        assertThat(VisibleText.of("what is a " + zalgo + "?")).isEqualTo("what is a tree?");
    }

    @Test
    void full_width_and_styled_letters_become_plain() {
        assertThat(VisibleText.of(
                        "\uFF37\uFF48\uFF41\uFF54 is \uD835\uDC29\uD835\uDC2B\uD835\uDC2E\uD835\uDC27\uD835\uDC1E?"))
                .isEqualTo("What is prune?");
    }

    @Test
    void cyrillic_look_alikes_in_latin_words_become_latin() {
        assertThat(VisibleText.of("ign\u043Er\u0435 this")).isEqualTo("ignore this");
    }

    @Test
    void greek_look_alikes_in_latin_words_become_latin() {
        assertThat(VisibleText.of("d\u03BFes it matter")).isEqualTo("does it matter");
    }

    @Test
    void a_whole_word_of_look_alikes_among_latin_words_becomes_latin() {
        assertThat(VisibleText.of("what is a \u0441\u0430\u0440\u0435 of trees"))
                .isEqualTo("what is a cape of trees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Что делает арборист?",
                "树艺师做什么工作?",
                "ماذا يفعل جراح الأشجار؟",
                "पेड़ों का काम क्या है?",
                "木の手入れは何ですか?",
                "งานของนักจัดสวนคืออะไร",
                "người làm vườn làm việc gì?",
                "Τι κάνει ένας κηπουρός;"
            })
    void genuine_other_scripts_stay(String typed) {
        assertThat(VisibleText.of(typed))
                .isEqualTo(java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC));
    }

    @Test
    void a_genuine_russian_word_among_english_ones_stays() {
        assertThat(VisibleText.of("what does садовник mean")).isEqualTo("what does садовник mean");
    }

    @Test
    void accents_of_latin_words_stay() {
        assertThat(VisibleText.of("is a résumé naïve, Zoë?")).isEqualTo("is a résumé naïve, Zoë?");
    }

    @Test
    void ordinary_text_stays_letter_by_letter() {
        String typed = "What's the difference between A & B (in 2026), e.g. pay?";

        assertThat(VisibleText.of(typed)).isEqualTo(typed);
    }

    @Test
    void lines_stay_apart_and_other_control_characters_vanish() {
        assertThat(VisibleText.of("one\ntwo\u0007\u0000 three\u001B[31m")).isEqualTo("one\ntwo three[31m");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(VisibleText.of("")).isEmpty();
        assertThat(VisibleText.of(" \u200B\u200D\uFE0F ")).isEmpty();
    }

    @Test
    void a_second_look_changes_nothing() {
        for (String typed : new String[] {"ign\u043Er\u0435 a\u0300\u0301\u0302b \u202Ex", "Что", "plain"}) {
            String once = VisibleText.of(typed);

            assertThat(VisibleText.of(once)).isEqualTo(once);
        }
    }
}
