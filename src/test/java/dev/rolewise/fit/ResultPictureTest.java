package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Quiz;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultPictureTest {
    private static final Quiz QUIZ = Quizzes.quiz(
            "drawn",
            Quizzes.question(0, 3, 80, 50, 10),
            Quizzes.question(1, 2, 0, 65, 100),
            Quizzes.question(2, 1, 100, 25));
    private static final QuizResult RESULT = new QuizScorer(Quizzes.pack(QUIZ)).score(QUIZ, List.of(0, 1, 1));

    @Test
    void a_position_is_the_lean_to_the_second_role() {
        assertThat(ResultPicture.own(RESULT).rows())
                .containsExactly(
                        new ResultPicture.Row("Heights0", "private words 0A", "private words 0C", 0.2, 0.2, 0.9),
                        new ResultPicture.Row("Tools1", "private words 1C", "private words 1A", 0.35, 0.0, 1.0),
                        new ResultPicture.Row("Clients2", "private words 2A", "private words 2B", 0.75, 0.0, 0.75));
    }

    @Test
    void the_alt_text_says_what_the_picture_says() {
        assertThat(ResultPicture.own(RESULT).alt())
                .isEqualTo("Outcome trees-lean. tree surgery 66%, landscape gardening 34%. Heights0: towards tree"
                        + " surgery; Tools1: a little towards tree surgery; Clients2: towards landscape gardening.");
    }

    @Test
    void what_is_shared_holds_no_words_of_the_answers() {
        ResultPicture shared = ResultPicture.shared(RESULT);

        assertThat(shared.toString()).doesNotContain("private words");
        assertThat(shared.alt()).doesNotContain("private words");
        assertThat(shared.who()).isNotEqualTo(ResultPicture.own(RESULT).who());
        assertThat(shared.rows()).extracting(ResultPicture.Row::lowEnd).containsOnly("tree surgery");
    }

    @Test
    void the_alt_text_keeps_its_limit_and_cuts_no_character_in_half() {
        for (String label : List.of("😀".repeat(60), "x" + "😀".repeat(60))) {
            Quiz.Question[] ten = IntStream.range(0, 10)
                    .mapToObj(i -> new Quiz.Question(
                            "q" + i,
                            label,
                            "?",
                            1,
                            Quizzes.question(i, 1, 100, 60).options()))
                    .toArray(Quiz.Question[]::new);
            Quiz quiz = Quizzes.quiz("long", ten);
            QuizResult result = new QuizScorer(Quizzes.pack(quiz)).score(quiz, List.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1));

            String alt = ResultPicture.own(result).alt();

            assertThat(alt)
                    .hasSizeBetween(ResultPicture.MAX_ALT - 1, ResultPicture.MAX_ALT)
                    .endsWith("…");
            assertThat(Character.isHighSurrogate(alt.charAt(alt.length() - 2))).isFalse();
        }
    }

    @Test
    void more_than_two_roles_have_shares_and_no_scales() {
        Quiz quiz = Quizzes.quiz(
                "three",
                List.of(Quizzes.outcome("none", Optional.empty(), 0)),
                new Quiz.Question(
                        "q0",
                        "Water",
                        "?",
                        1,
                        List.of(
                                Quizzes.option(0, 0, Quizzes.leans(10, 20, 70), false),
                                Quizzes.option(0, 1, Map.of(Quizzes.TREES.id(), 100), false))));
        QuizResult result = new QuizScorer(Quizzes.pack(List.of(Quizzes.TREES, Quizzes.GARDENS, Quizzes.third()), quiz))
                .score(quiz, List.of(0));

        assertThat(ResultPicture.own(result).rows()).isEmpty();
        assertThat(ResultPicture.own(result).alt())
                .isEqualTo("Outcome none. tree surgery 10%, landscape gardening 20%, pond keeping 70%.");
        assertThat(result.reasons())
                .singleElement()
                .extracting(QuizResult.Reason::towards)
                .isEqualTo(Quizzes.third());
    }
}
