package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.reading.ReadText.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBuilderTest {
    @Test
    void a_heading_without_text_is_a_paragraph_below_the_headings_above_it() {
        TextBuilder text = new TextBuilder(1_000);
        text.page(1);
        text.heading(1, "Handbook");
        text.heading(1, "Rules");
        text.heading(2, "Be kind");
        text.page(2);
        text.heading(2, "Spam");
        text.paragraph("None of it.");
        text.heading(3, "Ever");

        assertThat(text.build("PDF", 2).sections())
                .containsExactly(
                        new Section(1, List.of(), "Handbook"),
                        new Section(1, List.of("Rules"), "Be kind"),
                        new Section(2, List.of("Rules", "Spam"), "None of it.\nEver"));
    }

    @Test
    void headings_count_towards_the_limit() {
        TextBuilder text = new TextBuilder(10);
        text.heading(1, "Rules");

        assertThatThrownBy(() -> text.heading(2, "Spammers")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void lines_alone_one_after_the_other_are_all_kept_in_plain_text() {
        ReadText text = PlainText.read(
                "Server rules\n\nBe kind to all members\n\nNo spam in any channel\n\nHave fun", ReadingLimits.DEFAULT);

        assertThat(text.sections())
                .containsExactly(new Section(
                        0, List.of("Server rules"), "Be kind to all members\nNo spam in any channel\nHave fun"));
    }
}
