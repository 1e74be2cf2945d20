package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void what_is_no_markup_stays_as_it_is() {
        String plain = "Precision@K is 91% to 96%; $1 × 10,000 × 30 = $300,000 (see C#/.NET).";

        assertThat(Markdown.escape(plain)).isEqualTo(plain);
    }

    @Test
    void emphasis_code_spoilers_and_strikes_show_literally() {
        assertThat(Markdown.escape("*a* _b_ `c` ~~d~~ ||e|| \\f"))
                .isEqualTo("\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\|\\|e\\|\\| \\\\f");
    }

    @Test
    void masked_links_mentions_and_timestamps_show_literally() {
        assertThat(Markdown.escape("[x](https://evil.example) <@123> <#4> <t:1>"))
                .isEqualTo("\\[x](https://evil.example) \\<@123> \\<#4> \\<t:1>");
    }

    @Test
    void lines_that_look_like_headings_quotes_or_lists_show_literally() {
        assertThat(Markdown.escape("# a\n-# b\n- c\n> d\n>>> e\n1. f\n+ g"))
                .isEqualTo("\\# a\n\\-# b\n\\- c\n\\> d\n\\>>> e\n1\\. f\n\\+ g");
    }

    @Test
    void everybody_is_not_called() {
        assertThat(Markdown.escape("@everyone and @here, a user@host"))
                .isEqualTo("@\u200beveryone and @\u200bhere, a user@host");
    }

    @Test
    void an_address_keeps_its_underscores_and_hides_no_markup() {
        assertThat(Markdown.escape("see https://example.org/a_b_c?q=1 and https://example.org/**b**"))
                .isEqualTo("see https://example.org/a_b_c?q=1 and https://example.org/\\*\\*b\\*\\*");
    }

    @Test
    void control_characters_become_spaces_and_empty_lines_go() {
        assertThat(Markdown.escape("a\tb\u0000c\r\n\n \u200b\nd")).isEqualTo("a b c\nd");
    }

    @Test
    void a_label_stays_on_its_line() {
        assertThat(Markdown.escapeToOneLine("a\n# b")).isEqualTo("a # b");
    }

    @Test
    void spaces_and_characters_of_no_width_show_nothing() {
        assertThat(Markdown.isBlank(" \n\u200b\u00a0\u202e")).isTrue();
        assertThat(Markdown.isBlank(" x ")).isFalse();
    }
}
