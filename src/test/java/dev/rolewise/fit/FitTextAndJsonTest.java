package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.knowledge.Quiz;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTextAndJsonTest {
    private static final Quiz QUIZ = Quizzes.outdoors();
    private static final QuizScorer SCORER = new QuizScorer(Quizzes.pack(QUIZ));

    @Test
    void the_text_says_it_all_with_its_quotes() {
        QuizResult result = SCORER.score(QUIZ, List.of(0, 1, 2));

        String text = FitText.of(result);

        assertThat(text)
                .startsWith("Title of outdoors · Outcome trees-lean\n\nThis is what trees-lean means. [1]\n")
                .contains("\n  tree surgery         67% ███████░░░\n  landscape gardening  33% ███░░░░░░░\n")
                .contains("\nWhat moved it most\n- Heights0: “private words 0A”, towards tree surgery [1]\n  [1] “")
                .contains("\nWhat would change it\nOne other answer is enough: “private words ")
                .contains("\nWhat to do next\n- Read on. [")
                .contains("\nour note on “Gardens that last”: [1] Landscape gardener · Focus; [2] ")
                .endsWith("not a probability. The questions and weights are ours.");
        assertThat(result.citations().stream().filter(c -> c.statementKey().equals(Quizzes.KEYS.get(0))))
                .isNotEmpty();
    }

    @Test
    void the_text_names_both_sides() {
        assertThat(FitText.of(SCORER.score(QUIZ, List.of(1, 1, 1))))
                .contains(
                        "\nWhere my sources differ\nThey differ on who earns more. It depends on ",
                        "\n- “Self-employed")
                .doesNotContain("What moved it most");
    }

    @Test
    void the_json_is_one_line_with_all_that_a_script_needs() throws Exception {
        String line = FitJson.line(SCORER.score(QUIZ, List.of(0, 1, 2)));

        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("quiz").asText()).isEqualTo("outdoors");
        assertThat(json.path("version").asText()).isEqualTo("abc123");
        assertThat(json.path("answers").asText()).isEqualTo("abc");
        assertThat(json.path("shares").path("tree-surgeon").asInt()).isEqualTo(67);
        assertThat(json.path("shares").path("landscape-gardener").asInt()).isEqualTo(33);
        assertThat(json.path("outcome").path("id").asText()).isEqualTo("trees-lean");
        assertThat(json.path("outcome").path("role").asText()).isEqualTo("tree-surgeon");
        assertThat(json.path("outcome").path("citations")).hasSize(1);
        JsonNode reason = json.path("reasons").get(0);
        assertThat(reason.path("dimension").asText()).isEqualTo("Heights0");
        assertThat(reason.path("answer").asText()).isEqualTo("a");
        assertThat(reason.path("towards").asText()).isEqualTo("tree-surgeon");
        assertThat(reason.path("citations").get(0).path("source").asText()).isNotEmpty();
        assertThat(reason.path("citations").get(0).path("quote").asText()).isNotEmpty();
        assertThat(json.path("next")).hasSize(2);
        assertThat(json.path("disagreement").isNull()).isTrue();
    }

    @Test
    void the_json_of_an_outcome_without_a_role_has_the_disagreement() throws Exception {
        JsonNode json = new ObjectMapper().readTree(FitJson.line(SCORER.score(QUIZ, List.of(1, 1, 1))));

        assertThat(json.path("outcome").path("role").isNull()).isTrue();
        assertThat(json.path("disagreement").path("sides")).hasSize(2);
    }

    @Test
    void what_would_change_it_is_said_in_words() {
        Quiz.Outcome to = QUIZ.outcomes().get(2);
        Quiz.Question first = QUIZ.questions().get(0);
        Quiz.Question second = QUIZ.questions().get(1);
        Quiz.Question third = QUIZ.questions().get(2);

        assertThat(ResultWords.change(new QuizChange.Never())).isEqualTo("No other answers would change it.");
        assertThat(ResultWords.change(new QuizChange.Several(3, to)))
                .isEqualTo("You would have to answer at least 3 questions differently, for instance to get “Outcome"
                        + " trees-lean”.");
        assertThat(ResultWords.change(new QuizChange.OneAnswer(
                        List.of(flip(first, 1, to), flip(first, 2, to), flip(second, 0, to), flip(third, 0, to)))))
                .isEqualTo("One other answer is enough: “private words 0B” (Heights0) would make it “Outcome"
                        + " trees-lean”; “private words 1A” (Tools1) would make it “Outcome trees-lean”. Another answer"
                        + " to one more question would change it too.");
    }

    private static QuizChange.Flip flip(Quiz.Question question, int option, Quiz.Outcome to) {
        return new QuizChange.Flip(question, question.options().get(option), to);
    }
}
