package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Quiz;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitAnswersTest {
    private static final Quiz QUIZ = Quizzes.outdoors();

    @Test
    void one_letter_a_question_in_either_case() {
        for (String typed : List.of("abc", "ABC", "a b c", "a,b,c", "a-b-c", " aBc ")) {
            assertThat(FitAnswers.parse(QUIZ, typed))
                    .as(typed)
                    .isEqualTo(new FitAnswers.Outcome.Given(List.of(0, 1, 2)));
        }
        assertThat(FitAnswers.letters(List.of(0, 1, 2))).isEqualTo("abc");
    }

    @Test
    void a_missing_answer_names_its_question_and_letters() {
        assertThat(why("ab"))
                .isEqualTo("The quiz outdoors has 3 questions and you gave 2 answers: question 3 (“Question 2?”) is the"
                        + " first without one. Its letters are a, b and c.");
        assertThat(why("")).contains("gave 0 answers", "question 1 (“Question 0?”)");
        assertThat(why("a")).contains("gave 1 answer:");
    }

    @Test
    void too_many_answers_are_counted() {
        assertThat(why("abcab"))
                .isEqualTo("The quiz outdoors has 3 questions and you gave 5 answers: leave out the last 2.");
    }

    @Test
    void an_unknown_letter_names_its_question_and_the_letters_that_it_has() {
        assertThat(why("adc"))
                .isEqualTo("“d” is no answer to question 2 of 3 (“Question 1?”): its letters are a, b and c.");
        assertThat(why("1bc")).contains("“1” is no answer to question 1");
        assertThat(why("a😀c")).contains("“😀” is no answer to question 2");
        assertThat(why("a\u001bc")).contains("“?” is no answer to question 2");
    }

    private static String why(String typed) {
        return ((FitAnswers.Outcome.Wrong) FitAnswers.parse(QUIZ, typed)).why();
    }
}
