package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Citation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerDraftTest {
    private final StatementTable.Row tools = Gardeners.quick().row("work with a climbing harness");
    private final StatementTable.Row inspection = Gardeners.quick().row("ropes and harness are inspected");
    private final StatementTable.Row spades = Gardeners.quick().row("work with spades");
    private final AnswerDraft draft = new AnswerDraft();

    @Test
    void a_marker_stands_before_the_full_stop() {
        draft.line(Optional.empty(), List.of(tools));

        assertThat(draft.lines().get(0).text()).endsWith("a wood chipper [1].");
    }

    @Test
    void statements_under_one_heading_of_one_source_share_a_marker() {
        draft.line(Optional.empty(), List.of(tools, inspection, spades));

        assertThat(draft.lines().get(0).text()).contains("chipper [1].", "six months [1].", "stone saw [2].");
        assertThat(draft.citations()).extracting(Citation::marker).containsExactly(1, 1, 2);
    }

    @Test
    void one_heading_under_two_roles_shares_a_marker_and_under_two_sources_does_not() {
        StatementTable.Row shapes = Gardeners.quick().row("shapes whole gardens");
        StatementTable.Row growing = Gardeners.quick().row("what is going to grow");
        StatementTable.Row single = Gardeners.quick().row("cares for single trees");

        draft.line(Optional.empty(), List.of(shapes, growing, single));

        assertThat(draft.citations()).extracting(Citation::marker).containsExactly(1, 1, 2);
    }

    @Test
    void citations_come_by_marker_and_then_in_the_order_of_the_text() {
        draft.bullets(List.of(inspection, spades, tools));

        assertThat(draft.citations())
                .extracting(Citation::quote)
                .containsExactly(
                        inspection.statement().text(),
                        tools.statement().text(),
                        spades.statement().text());
    }

    @Test
    void a_citation_says_where_its_quote_stands() {
        draft.line(Optional.empty(), List.of(tools));
        Citation citation = draft.citations().get(0);

        assertThat(citation.quote()).isEqualTo(tools.statement().text());
        assertThat(citation.statementKey()).isEqualTo(tools.statement().key());
        assertThat(citation.sourceId()).isEqualTo("climbing-and-cutting");
        assertThat(citation.title()).isEqualTo("Working in the canopy");
        assertThat(citation.heading()).isEqualTo(tools.passage().heading());
        assertThat(citation.note()).isTrue();
    }

    @Test
    void a_statement_that_is_said_twice_is_cited_once() {
        draft.line(Optional.empty(), List.of(tools)).bullets(List.of(tools));

        assertThat(draft.citations()).hasSize(1);
        assertThat(draft.holds(tools)).isTrue();
        assertThat(draft.holds(spades)).isFalse();
    }

    @Test
    void a_frame_sentence_has_no_marker_and_no_citation() {
        draft.frame("They don't.");

        assertThat(draft.lines().get(0).plain()).isEqualTo("They don't.");
        assertThat(draft.citations()).isEmpty();
    }

    @Test
    void statements_follow_their_frame_sentence_on_its_line() {
        draft.frame("They do.", List.of(tools)).frame("No.", List.of());

        assertThat(draft.lines()).hasSize(2);
        assertThat(draft.lines().get(0).text())
                .startsWith("They do. Tree surgeons")
                .endsWith("[1].");
        assertThat(draft.lines().get(1).text()).isEqualTo("No.");
    }

    @Test
    void a_line_without_statements_is_not_written() {
        assertThat(draft.line(Optional.of("Tools"), List.of()).isEmpty()).isTrue();
        assertThat(draft.length()).isZero();
    }

    @Test
    void its_length_is_that_of_its_lines() {
        draft.frame("They do.").line(Optional.of("Tools"), List.of(tools));

        assertThat(draft.length())
                .isEqualTo(draft.lines().stream()
                        .mapToInt(l -> l.plain().length() + 1)
                        .sum());
    }
}
