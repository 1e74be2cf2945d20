package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedLinesTest {
    @Test
    void what_was_wrapped_at_the_edge_is_joined() {
        assertThat(WrappedLines.paragraphs(List.of(
                        "The study group meets every Tuesday in the voice channel, and whoever",
                        "comes late says so before. It lasts an hour.",
                        "Recordings are kept.")))
                .containsExactly(
                        "The study group meets every Tuesday in the voice channel, and whoever comes late says so before."
                                + " It lasts an hour. Recordings are kept.");
    }

    @Test
    void short_lines_and_entries_of_lists_stay_apart() {
        assertThat(WrappedLines.paragraphs(List.of("Mon 10:00 stand-up", "Tue 11:00 lab")))
                .hasSize(2);
        assertThat(WrappedLines.paragraphs(List.of("- bring a laptop", "with power", "2) be on time")))
                .containsExactly("bring a laptop with power", "2) be on time");
    }

    @Test
    void short_lines_without_capitals_stay_apart() {
        assertThat(WrappedLines.paragraphs(List.of("be kind", "no spam", "ask first")))
                .containsExactly("be kind", "no spam", "ask first");
        assertThat(WrappedLines.paragraphs(List.of("our rules", "- be kind", "to all", "- no spam")))
                .containsExactly("our rules", "be kind to all", "no spam");
    }

    @Test
    void only_the_mark_before_an_entry_is_cut_off() {
        assertThat(WrappedLines.paragraphs(List.of("1. Open Mon - Fri", "- Closed Sat - Sun", "Office - upstairs")))
                .containsExactly("1. Open Mon - Fri", "Closed Sat - Sun", "Office - upstairs");
    }

    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void many_lines_of_one_paragraph_are_put_together_at_once() {
        List<String> lines = Collections.nCopies(20_000, "#a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z");

        assertThat(WrappedLines.paragraphs(lines, number -> false)).hasSize(1);
    }

    @Test
    void a_broken_word_is_mended_and_the_name_of_a_channel_is_not() {
        assertThat(WrappedLines.paragraphs(List.of("we meet in the li-", "brary, see #interview-", "room")))
                .containsExactly("we meet in the library, see #interview-room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"House rules", "HOUSE RULES", "2026 dates"})
    void a_short_line_without_a_stop_may_be_a_heading(String line) {
        assertThat(WrappedLines.isHeading(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Be kind.", "and so on", "- Be kind", "1. Be kind", "(see below)", "Dates:"})
    void a_sentence_or_an_entry_is_no_heading(String line) {
        assertThat(WrappedLines.isHeading(line)).isFalse();
    }
}
