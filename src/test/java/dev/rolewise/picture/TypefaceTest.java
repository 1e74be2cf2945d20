package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.FontFormatException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {
    private final Typeface typeface =
            Typeface.read(name -> Objects.requireNonNull(TypefaceTest.class.getResourceAsStream(name), name));

    TypefaceTest() throws IOException, FontFormatException {}

    @ParameterizedTest
    @EnumSource
    void every_style_is_in_the_bundled_font(TextStyle style) {
        assertThat(typeface.font(style).getFontName()).isEqualTo(style.bold() ? "Inter Bold" : "Inter Regular");
    }

    @Test
    void the_licence_lies_beside_the_font() throws IOException {
        try (var licence = Objects.requireNonNull(Typeface.class.getResourceAsStream("Inter-LICENSE.txt"))) {
            assertThat(new String(licence.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("SIL OPEN FONT LICENSE Version 1.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain text|plain text",
                "Größe naïve – “quoted” … € → ≥|Größe naïve – “quoted” … € → ≥",
                "a\u00A0b\u2009c|a\u00A0b c",
                "日本|□□",
                "ship 🚀 it|ship □ it",
                "te\u202Est\u200B\uFEFF|test",
                "e\u0301\u0301\u0302|é",
                "שלום|□□□□",
                "a\uD800b|ab",
            })
    void what_the_font_cannot_show_is_a_box_and_what_is_unseen_goes(String text, String shown) {
        assertThat(new Printable(typeface).of(text)).isEqualTo(shown);
    }

    @Test
    void white_space_and_controls_become_single_spaces_or_nothing() {
        assertThat(new Printable(typeface).of("\u0000 a \n\t b\r\n\u0007")).isEqualTo("a b");
    }

    @Test
    void lines_break_at_spaces_and_hyphens() {
        LineBreaker breaker = new LineBreaker(typeface);
        double width = typeface.width("state-of-", TextStyle.CELL) + 1;

        assertThat(breaker.lines("state-of-the-art is it", TextStyle.CELL, width))
                .containsExactly("state-of-", "the-art", "is it");
        assertThat(breaker.lines("", TextStyle.CELL, width)).isEmpty();
    }

    @Test
    void a_word_wider_than_a_line_is_broken_and_nothing_of_it_is_lost() {
        LineBreaker breaker = new LineBreaker(typeface);
        String word = "Donaudampfschifffahrtsgesellschaftskapitän";

        List<String> lines = breaker.lines("the " + word, TextStyle.NAME, 300);

        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> typeface.width(line, TextStyle.NAME) <= 300);
        assertThat(String.join("", lines).replace("-", "")).isEqualTo("the" + word);
        assertThat(breaker.lines("12345678901234567890", TextStyle.NAME, 200)).noneMatch(line -> line.contains("-"));
    }

    @Test
    void a_line_narrower_than_a_letter_still_ends() {
        assertThat(new LineBreaker(typeface).lines("abc", TextStyle.TITLE, 1)).hasSize(3);
    }
}
