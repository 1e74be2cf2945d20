package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputGuardTest {
    private static final Citation TOOLS = citation(1, "Tree surgeons work with a climbing harness");
    private static final Citation SPADES = citation(2, "Landscape gardeners work with spades");

    private final OutputGuard guard = new OutputGuard(Gardeners.PACK);

    @Test
    void a_sound_answer_passes_unchanged() {
        Answer answer = answer(List.of(AnswerLine.of("A [1]."), AnswerLine.of("B [2].")), TOOLS, SPADES);

        assertThat(guard.check(answer)).isEqualTo(answer);
    }

    @Test
    void a_quote_that_does_not_stand_in_its_passage_is_refused() {
        Citation foreign = with(TOOLS, "Tree surgeons work with a magic wand.", TOOLS.heading());

        assertThatThrownBy(() -> guard.check(answer(List.of(AnswerLine.of("A [1].")), foreign)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(TOOLS.statementKey());
    }

    @Test
    void a_quote_that_was_changed_by_a_letter_is_refused() {
        Citation changed = with(TOOLS, TOOLS.quote().replace("harness", "harnes"), TOOLS.heading());

        assertThatThrownBy(() -> guard.check(answer(List.of(AnswerLine.of("A [1].")), changed)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_quote_that_stands_under_another_heading_is_refused() {
        Citation moved = with(TOOLS, TOOLS.quote(), SPADES.heading());

        assertThatThrownBy(() -> guard.check(answer(List.of(AnswerLine.of("A [1].")), moved)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_too_long_loses_whole_lines_from_its_end() {
        List<AnswerLine> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(AnswerLine.item("Line " + i + " " + "x".repeat(90) + (i < 5 ? " [1]." : " [2].")));
        }

        Answer checked = guard.check(answer(lines, TOOLS, SPADES));

        assertThat(checked.text().length()).isBetween(Answer.MAX_TEXT - 110, Answer.MAX_TEXT);
        assertThat(checked.lines()).isEqualTo(lines.subList(0, checked.lines().size()));
    }

    @Test
    void a_text_of_just_the_greatest_length_keeps_its_lines() {
        List<AnswerLine> lines = List.of(
                AnswerLine.of("x".repeat(Answer.MAX_TEXT / 2)), AnswerLine.of("y".repeat(Answer.MAX_TEXT / 2 - 1)));

        assertThat(guard.check(answer(lines)).lines()).isEqualTo(lines);
    }

    @Test
    void citations_whose_lines_are_lost_are_dropped() {
        List<AnswerLine> lines =
                List.of(AnswerLine.of("x".repeat(800) + " [1]."), AnswerLine.of("y".repeat(800) + " [2]."));

        assertThat(guard.check(answer(lines, TOOLS, SPADES)).citations()).containsExactly(TOOLS);
    }

    @Test
    void a_line_that_has_to_be_at_the_end_takes_the_room_of_those_before_it() {
        AnswerLine last = AnswerLine.of("z".repeat(100));
        Answer full = answer(
                List.of(AnswerLine.of("x".repeat(700) + " [1]."), AnswerLine.of("y".repeat(480) + " [2].")),
                TOOLS,
                SPADES);

        Answer ended = guard.ending(full, last);

        assertThat(ended.lines()).containsExactly(full.lines().get(0), last);
        assertThat(ended.citations()).containsExactly(TOOLS);
        assertThat(guard.ending(answer(List.of(AnswerLine.of("x".repeat(1099)))), last)
                        .text())
                .hasSize(Answer.MAX_TEXT);
    }

    @Test
    void a_citation_that_no_marker_points_to_is_dropped() {
        assertThat(guard.check(answer(List.of(AnswerLine.of("A [2].")), TOOLS, SPADES))
                        .citations())
                .containsExactly(SPADES);
    }

    private static Answer answer(List<AnswerLine> lines, Citation... citations) {
        return new Answer(
                Answer.Status.ANSWERED,
                lines,
                List.of(citations),
                List.of(),
                Optional.empty(),
                new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ZERO, Spending.NONE));
    }

    private static Citation citation(int marker, String words) {
        StatementTable.Row row = Gardeners.quick().row(words);
        return new Citation(
                marker,
                row.passage().sourceId(),
                row.source().title(),
                row.passage().heading(),
                row.statement().text(),
                row.statement().key(),
                true);
    }

    private static Citation with(Citation c, String quote, List<String> heading) {
        return new Citation(c.marker(), c.sourceId(), c.title(), heading, quote, c.statementKey(), c.note());
    }
}
