package dev.rolewise.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Receipt RECEIPT =
            new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofMillis(9), Spending.NONE);
    private static final Citation CITATION =
            new Citation(1, "notes", "Notes", List.of("Role", "Tools"), "They climb.", "abc1234", true);

    @Test
    void its_text_is_its_lines_with_labels_and_bullets() {
        Answer answer = answer(
                List.of(
                        AnswerLine.of("It depends."),
                        AnswerLine.labelled("tree surgeon", "They climb [1]."),
                        AnswerLine.item("They plant [2].")),
                Optional.empty());

        assertThat(answer.text()).isEqualTo("It depends.\ntree surgeon: They climb [1].\n• They plant [2].");
    }

    @Test
    void an_answer_that_says_nothing_is_refused() {
        assertThatThrownBy(() -> answer(List.of(), Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_receipt_or_a_line_more_leaves_the_rest_and_the_original() {
        Answer answer = answer(List.of(AnswerLine.of("They climb [1].")), Optional.empty());
        Receipt other = new Receipt(Tier.STRONG, Optional.empty(), Duration.ZERO, Duration.ZERO, Spending.NONE);

        assertThat(answer.with(other).receipt()).isEqualTo(other);
        assertThat(answer.with(other).lines()).isEqualTo(answer.lines());
        assertThat(answer.with(AnswerLine.of("More.")).text()).isEqualTo("They climb [1].\nMore.");
        assertThat(answer.with(AnswerLine.of("More.")).citations()).containsExactly(CITATION);
        assertThat(answer.text()).isEqualTo("They climb [1].");
        assertThat(answer.receipt()).isEqualTo(RECEIPT);
    }

    @Test
    void nobody_can_change_it_from_outside() {
        List<AnswerLine> lines = new ArrayList<>(List.of(AnswerLine.of("They climb.")));
        Answer answer = answer(lines, Optional.empty());
        lines.clear();

        assertThat(answer.lines()).hasSize(1);
    }

    @Test
    void states_are_written_with_hyphens() {
        assertThat(Answer.Status.values())
                .extracting(Answer.Status::id)
                .containsExactly("answered", "not-covered", "out-of-scope", "blocked", "busy");
    }

    @Test
    void a_turn_keeps_the_question_as_it_was_understood_and_what_answered_it() {
        QuestionProfile understood = Profiles.of("what do arborists use", List.of(), Set.of(), new HashedWords());
        Answer answer = answer(List.of(AnswerLine.of("They climb [1].")), Optional.of(understood));

        assertThat(Turn.of("and they?", answer))
                .isEqualTo(new Turn("what do arborists use", Optional.of(understood), List.of("abc1234")));
    }

    @Test
    void a_turn_of_a_question_that_was_not_analysed_keeps_what_was_typed() {
        Answer answer = answer(List.of(AnswerLine.of("No.")), Optional.empty());

        assertThat(Turn.of("and they?", answer).question()).isEqualTo("and they?");
        assertThat(Turn.of("and they?", answer).profile()).isEmpty();
    }

    private static Answer answer(List<AnswerLine> lines, Optional<QuestionProfile> profile) {
        return new Answer(Answer.Status.ANSWERED, lines, List.of(CITATION), List.of(), profile, RECEIPT);
    }
}
