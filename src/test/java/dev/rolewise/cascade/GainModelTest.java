package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.question.Embedder;
import dev.rolewise.testing.HashedWords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GainModelTest {
    private static final Embedder WORDS = new HashedWords();

    @Test
    void prompts_like_those_that_gained_score_higher() {
        GainModel model = GainModel.train(byTopic());

        assertThat(score(model, "prove the theorem about prime rings 99"))
                .isGreaterThan(score(model, "name the capital city of country 99"));
    }

    @Test
    void a_weak_answer_whose_sums_are_wrong_scores_higher() {
        GainModel model = GainModel.train(byAnswer());
        String prompt = "Ann buys 7 pens at 3 dollars. What does she pay?";

        assertThat(model.score(prompt, WORDS.question(prompt), Optional.of("7 pens cost <<7*3=20>>20.\n#### 20")))
                .isGreaterThan(
                        model.score(prompt, WORDS.question(prompt), Optional.of("7 pens cost <<7*3=21>>21.\n#### 21")));
    }

    @Test
    void few_outcomes_teach_nothing() {
        assertThatThrownBy(() -> GainModel.train(byTopic().subList(0, GainModel.MIN_OUTCOMES - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_learned_is_the_same_after_a_round_trip() throws IOException {
        for (List<Outcome> outcomes : List.of(byTopic(), byAnswer())) {
            GainModel model = GainModel.train(outcomes);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.write(new DataOutputStream(bytes));

            GainModel read = GainModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

            assertThat(score(read, "prove it")).isEqualTo(score(model, "prove it"));
        }
    }

    private static double score(GainModel model, String prompt) {
        return model.score(prompt, WORDS.question(prompt));
    }

    private static List<Outcome> byTopic() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            outcomes.add(outcome("prove the theorem about prime rings " + i, Optional.empty(), 1));
            outcomes.add(outcome("name the capital city of country " + i, Optional.empty(), 0));
        }
        return outcomes;
    }

    private static List<Outcome> byAnswer() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 2; i < 40; i++) {
            String prompt = "Bob has " + i + " bags of 4 apples. How many apples?";
            boolean wrong = i % 2 == 0;
            int sum = i * 4 + (wrong ? 1 : 0);
            String answer = "He has <<" + i + "*4=" + sum + ">>" + sum + " apples.\n#### " + sum;
            outcomes.add(outcome(prompt, Optional.of(answer), wrong ? 1 : 0));
        }
        return outcomes;
    }

    private static Outcome outcome(String prompt, Optional<String> answer, double gain) {
        return new Outcome(prompt, WORDS.question(prompt), answer, gain);
    }
}
