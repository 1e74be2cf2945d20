package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.knowledge.Quiz;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuizStateTest {
    private static final Quiz QUIZ = Quizzes.outdoors();

    @Test
    void what_was_written_is_read_again() {
        QuizState state = QuizState.fresh(QUIZ);
        for (int step = 0; step < 3; step++) {
            assertThat(QuizState.decode(state.encode())).contains(state);
            assertThat(state.isPossibleIn(QUIZ)).isTrue();
            state = state.answered(step);
        }
        assertThat(state.encode()).isEqualTo("outdoors/abc123/abc/3");
        assertThat(QuizState.decode(state.encode())).contains(state);
        assertThat(state.isPossibleIn(QUIZ)).isTrue();
        assertThat(state.options()).containsExactly(0, 1, 2);
    }

    @Test
    void going_back_keeps_the_answers() {
        QuizState back = QuizState.fresh(QUIZ).answered(2).answered(1).at(0);

        assertThat(back.chosen()).isEqualTo(OptionalInt.of(2));
        assertThat(back.answered(0).chosen()).isEqualTo(OptionalInt.of(1));
        assertThat(back.isPossibleIn(QUIZ)).isTrue();
        assertThat(back.isComplete()).isFalse();
        assertThat(back.isEmpty()).isFalse();
    }

    @Test
    void anything_else_is_not_read() {
        Stream.of(
                        "",
                        "outdoors",
                        "outdoors/abc123/abc",
                        "outdoors/abc123/abc/11",
                        "outdoors/abc123/abc/-1",
                        "outdoors/abc123/abc/03",
                        "outdoors/abc123/aBc/3",
                        "outdoors/abc12/abc/3",
                        "outdoors/abc123//0",
                        "outdoors/abc123/abcabcabcabc/3",
                        "Outdoors/abc123/abc/3",
                        "outdoors/abc123/abc/3/",
                        "outdoors/abc123/abc/3\n")
                .forEach(text -> assertThat(QuizState.decode(text)).as(text).isEmpty());
    }

    @Test
    void a_state_that_nobody_can_have_come_to_is_impossible() {
        Stream.of("ab/2", "abcd/3", "a--/2", "---/1", "-bc/3", "abd/3", "abc/4", "a-c/3")
                .forEach(end -> assertThat(QuizState.decode("outdoors/abc123/" + end)
                                .orElseThrow()
                                .isPossibleIn(QUIZ))
                        .as(end)
                        .isFalse());
        Stream.of("---/0", "a--/1", "abc/0", "abc/3", "ab-/1").forEach(end -> assertThat(
                        QuizState.decode("outdoors/abc123/" + end).orElseThrow().isPossibleIn(QUIZ))
                .as(end)
                .isTrue());
    }

    @Test
    void ten_questions_of_the_longest_quiz_fit_into_a_button_of_the_longest_member() {
        Quiz longest = Quizzes.quiz(
                "q".repeat(QuizState.MAX_QUIZ_ID),
                IntStream.range(0, Quiz.MAX_QUESTIONS)
                        .mapToObj(i -> Quizzes.question(i, 3, 100, 75, 50, 25, 0))
                        .toArray(Quiz.Question[]::new));
        QuizState last = QuizState.fresh(longest);
        for (int i = 0; i < Quiz.MAX_QUESTIONS; i++) {
            last = last.answered(4);
        }
        FitActions actions = new FitActions(new ActionSeal(new byte[32]));

        for (String verb : List.of(FitActions.GO, FitActions.WHY, FitActions.SHARE)) {
            String id = actions.sealed(verb, "9".repeat(20), last).encode();
            assertThat(id).hasSizeLessThanOrEqualTo(ActionId.MAX_LENGTH);
            assertThat(ActionId.decode(id)).isPresent();
        }
        assertThat(QuizState.decode(last.encode())).contains(last);
    }
}
