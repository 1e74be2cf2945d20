package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.knowledge.reading.ReadText.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentSourceTest {
    @Test
    void each_sentence_is_a_statement_of_its_page_and_heading() {
        Source source = source(
                new Section(2, List.of("Rules"), "Be kind. Ask before you post a link.\nMeetings: Monday, 7 pm"),
                new Section(3, List.of("Rules"), "Have fun!"));

        assertThat(source.passages()).hasSize(2);
        assertThat(source.passages().get(0).heading()).containsExactly("House rules", "Rules", "page 2");
        assertThat(source.passages().get(0).statements())
                .extracting(Statement::text)
                .containsExactly("Be kind.", "Ask before you post a link.", "Meetings: Monday, 7 pm");
        assertThat(source.passages().get(1).heading()).containsExactly("House rules", "Rules", "page 3");
        assertThat(source.note()).isFalse();
    }

    @Test
    void long_text_is_cut_into_passages_and_long_sentences_at_a_blank() {
        String sentence = "word ".repeat(300).strip() + ".";
        Source source = source(new Section(0, List.of(), sentence));

        assertThat(source.passages()).hasSizeGreaterThan(1);
        assertThat(source.passages().stream()
                        .flatMap(p -> p.statements().stream())
                        .map(Statement::text))
                .allSatisfy(
                        text -> assertThat(text).hasSizeLessThanOrEqualTo(500).doesNotEndWith(" "));
    }

    @Test
    void what_is_said_twice_is_one_statement_and_lines_without_a_word_are_none() {
        Source source = source(new Section(0, List.of(), "Be kind.\n—\n- \nBe kind."));

        assertThat(source.passages()).hasSize(1);
        assertThat(source.passages().get(0).statements()).hasSize(1);
        assertThat(source(new Section(0, List.of(), "--")).passages()).isEmpty();
    }

    @Test
    void a_passage_knows_the_roles_that_it_speaks_of() {
        Source source = source(new Section(0, List.of("Gardeners"), "They water plants."));

        assertThat(source.passages().get(0).roles()).containsExactly("gardener");
    }

    @Test
    void a_question_of_a_collection_of_them_is_the_heading_of_its_answer() {
        Source source = source(new Section(
                0,
                List.of("Events"),
                "Q: Are they recorded? A: No.\nQ: May I bring a friend? A: No. Ask first!\nWhy not come? It is free."));

        assertThat(source.passages())
                .extracting(Passage::heading)
                .containsExactly(
                        List.of("House rules", "Events", "Are they recorded?"),
                        List.of("House rules", "Events", "May I bring a friend?"));
        assertThat(source.passages().get(0).statements())
                .extracting(Statement::text)
                .containsExactly("No.");
        assertThat(source.passages().get(1).statements())
                .extracting(Statement::text)
                .containsExactly("No.", "Ask first!", "Why not come?", "It is free.");
        assertThat(source.passages().stream()
                        .flatMap(p -> p.statements().stream())
                        .map(Statement::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void only_what_begins_an_answer_is_cut_off_it() {
        Source source = source(new Section(
                0,
                List.of("Events"),
                "Q: What do we eat? Bring pizza. Or a salad: enough for a friend. A: Ask Mia (she cooks)."));

        assertThat(source.passages().get(0).statements())
                .extracting(Statement::text)
                .containsExactly("Bring pizza.", "Or a salad: enough for a friend.", "Ask Mia (she cooks).");
    }

    @Test
    void what_is_said_again_below_another_heading_is_kept_there() {
        Source source = source(
                new Section(1, List.of("Library"), "Monday: closed\nTuesday: open"),
                new Section(2, List.of("Library"), "Monday: closed"),
                new Section(2, List.of("Office"), "Monday: closed\nMonday: closed"));

        assertThat(source.passages())
                .extracting(passage ->
                        passage.statements().stream().map(Statement::text).toList())
                .containsExactly(List.of("Monday: closed", "Tuesday: open"), List.of("Monday: closed"));
        assertThat(source.passages().get(1).heading()).contains("Office");
        assertThat(source.passages().stream()
                        .flatMap(p -> p.statements().stream())
                        .map(Statement::key))
                .doesNotHaveDuplicates()
                .startsWith(StatementIndex.key("d1", "Monday: closed"));
    }

    @Test
    void a_heading_that_is_the_title_is_not_said_twice() {
        Source source = source(new Section(0, List.of("House Rules", "Voice"), "Be kind."));

        assertThat(source.passages().get(0).heading()).containsExactly("House rules", "Voice");
    }

    private static Source source(Section... sections) {
        ReadText text = new ReadText("text", "", 0, List.of(sections), Map.of(), List.of());
        return DocumentSource.of(text, "d1", "House rules", "Mia", "2026-11-21", DocumentSourceTest::roles);
    }

    private static Set<String> roles(String words) {
        return words.contains("Gardeners") ? Set.of("gardener") : Set.of();
    }
}
