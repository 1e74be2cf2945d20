package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
