package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementRelevanceTest {
    private final Gardeners parts = Gardeners.real();
    private final StatementRelevance relevance = new StatementRelevance(parts.table);

    @Test
    void an_answer_bears_on_its_own_question() {
        String question = "what tools does a tree surgeon use";

        assertThat(relevance.bears(answer(question), profile(question))).isTrue();
    }

    @Test
    void it_does_not_bear_on_another_one() {
        assertThat(relevance.bears(
                        answer("what tools does a tree surgeon use"), profile("is a pension paid to widows in Peru")))
                .isFalse();
    }

    @Test
    void each_part_of_a_question_must_be_met() {
        QuestionProfile two = profile("what tools does a tree surgeon use? what pension is paid to widows in Peru?");

        assertThat(two.parts()).hasSize(2);
        assertThat(relevance.bears(answer("what tools does a tree surgeon use"), two))
                .isFalse();
    }

    @Test
    void an_answer_that_cites_nothing_bears_on_nothing() {
        Answer answer = answer("what tools does a tree surgeon use");
        Answer bare =
                new Answer(answer.status(), answer.lines(), List.of(), List.of(), answer.profile(), answer.receipt());

        assertThat(relevance.bears(bare, profile("what tools does a tree surgeon use")))
                .isFalse();
    }

    private Answer answer(String question) {
        return parts.service.ask(Question.of(question), Gardeners.FRESH);
    }

    private QuestionProfile profile(String question) {
        return parts.analyzer.analyze(Question.of(question));
    }
}
