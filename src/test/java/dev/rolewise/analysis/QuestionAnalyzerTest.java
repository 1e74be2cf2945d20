package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Turn;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionAnalyzerTest {
    private static final String TREES = "tree-surgeon";
    private static final String GARDENS = "landscape-gardener";
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.gardeners(),
            EMBEDDER,
            text -> List.of(text.toLowerCase(Locale.ROOT).split("\\W+")),
            IntentClassifier.train(Packs.gardeners(), EMBEDDER));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I move from landscape gardening to tree surgery?",
                "coming from landscaping to tree surgery, what is first",
                "landscaper -> tree surgeon, how long?",
                "landscaper → arborist"
            })
    void a_move_has_its_direction(String text) {
        QuestionProfile profile = analyze(text);

        assertThat(profile.from()).contains(GARDENS);
        assertThat(profile.to()).contains(TREES);
    }

    @Test
    void the_reversed_move_has_the_reversed_direction() {
        QuestionProfile profile = analyze("How do I move from tree surgery to landscape gardening?");

        assertThat(profile.from()).contains(TREES);
        assertThat(profile.to()).contains(GARDENS);
    }

    @ParameterizedTest
    @CsvSource({"how do I become an arborist", "is switching to tree surgery hard", "breaking into tree surgery"})
    void where_somebody_wants_to_get_is_known_without_where_from(String text) {
        assertThat(analyze(text).to()).contains(TREES);
        assertThat(analyze(text).from()).isEmpty();
    }

    @Test
    void a_question_without_a_move_has_no_direction() {
        assertThat(analyze("what tools does an arborist use").from()).isEmpty();
        assertThat(analyze("what tools does an arborist use").to()).isEmpty();
    }

    @Test
    void what_was_found_stands_in_the_profile() {
        QuestionProfile profile = analyze("Why do arborists not need 3 machines, right?");

        assertThat(profile.roles()).containsExactly(TREES);
        assertThat(profile.aspect()).contains("tools");
        assertThat(profile.polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(profile.presupposes()).isTrue();
        assertThat(profile.personal()).isFalse();
        assertThat(profile.quantities()).containsExactly("3");
        assertThat(profile.terms()).contains("machines");
        assertThat(profile.embedding()).isEqualTo(EMBEDDER.question(profile.text()));
    }

    @Test
    void a_plain_question_is_simple_and_has_no_parts() {
        QuestionProfile profile = analyze("What tools does an arborist use?");

        assertThat(profile.complexity()).isEqualTo(Complexity.SIMPLE);
        assertThat(profile.parts()).isEmpty();
        assertThat(profile.each()).containsExactly(profile);
    }

    @Test
    void two_questions_are_a_complex_one_with_two_parts() {
        QuestionProfile profile =
                analyze("What tools does an arborist use? Which training does landscape gardening take?");

        assertThat(profile.complexity()).isEqualTo(Complexity.COMPLEX);
        assertThat(profile.each()).hasSize(2);
        assertThat(profile.parts().get(0).roles()).containsExactly(TREES);
        assertThat(profile.parts().get(1).roles()).containsExactly(GARDENS);
        assertThat(profile.parts().get(1).aspect()).contains("training");
    }

    @Test
    void a_part_that_names_no_role_has_those_of_the_whole() {
        QuestionProfile profile = analyze("What tools does an arborist use? Which certificates come first?");

        assertThat(profile.parts()).hasSize(2).allSatisfy(p -> assertThat(p.roles())
                .containsExactly(TREES));
    }

    @Test
    void a_follow_up_is_filled_in_from_the_turn_before_it() {
        String first = "What tools does a tree surgeon use?";
        Answer answer = new Answer(
                Answer.Status.ANSWERED,
                List.of(AnswerLine.of("Ropes.")),
                List.of(),
                List.of(),
                Optional.of(analyze(first)),
                new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ZERO, Spending.NONE));

        QuestionProfile profile = ANALYZER.analyze(
                new Question("and landscape gardeners?", List.of(Turn.of(first, answer)), Scope.INSTALLATION));

        assertThat(profile.roles()).containsExactly(GARDENS);
        assertThat(profile.aspect()).contains("tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shorter please", "im 45"})
    void what_stands_aside_moves_nothing_but_the_text(String next) {
        String first = "How do I become a tree surgeon?";
        QuestionProfile before = analyze(first);

        QuestionProfile profile = ANALYZER.analyze(
                new Question(next, List.of(new Turn(first, Optional.of(before), List.of())), Scope.INSTALLATION));

        assertThat(profile.text()).startsWith(first).contains(next);
        assertThat(profile.embedding()).isEqualTo(before.embedding());
        assertThat(profile.terms()).isEqualTo(before.terms());
        assertThat(profile.intent()).isEqualTo(before.intent());
        assertThat(profile.quantities()).isEmpty();
    }

    @Test
    void what_the_asker_told_aside_makes_the_question_personal() {
        String first = "How does one become a tree surgeon?";
        Turn turn = new Turn(first, Optional.of(analyze(first)), List.of());

        assertThat(ANALYZER.analyze(new Question("im 45", List.of(turn), Scope.INSTALLATION))
                        .personal())
                .isTrue();
        assertThat(ANALYZER.analyze(new Question("simpler for me", List.of(turn), Scope.INSTALLATION))
                        .personal())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "树艺师做什么工作?", "?!?", "->", "from to", "1) 2) 3)"})
    void any_text_has_a_profile(String text) {
        assertThat(analyze(text).text()).isEqualTo(text);
    }

    private static QuestionProfile analyze(String text) {
        return ANALYZER.analyze(Question.of(text));
    }
}
