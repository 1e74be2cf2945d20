package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.Disagreement;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.testing.Packs;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuizScorerTest {
    private static final Quiz QUIZ = Quizzes.quiz(
            "why",
            Quizzes.question(0, 1, 100, 0),
            Quizzes.question(1, 2, 100, 0),
            Quizzes.question(2, 3, 60, 0),
            Quizzes.question(3, 3, 100, 0),
            Quizzes.question(4, 1, 50, 0));

    private final QuizScorer scorer = new QuizScorer(Quizzes.pack(QUIZ));

    @Test
    void the_three_answers_that_moved_it_most_come_strongest_first() {
        // Above even: 1·50, 2·50, 3·10, 3·50, 1·0.
        QuizResult result = scorer.score(QUIZ, List.of(0, 0, 0, 0, 0));

        assertThat(result.outcome().id()).isEqualTo("trees-clear");
        assertThat(result.reasons()).extracting(r -> r.question().id()).containsExactly("q3", "q1", "q0");
        assertThat(result.reasons()).extracting(QuizResult.Reason::towards).containsOnly(Quizzes.TREES);
    }

    @Test
    void answers_towards_the_outcome_come_before_those_against_it() {
        // Towards gardens: 3·50 and 3·50. Towards trees: 2·50 and 1·50.
        QuizResult result = scorer.score(QUIZ, List.of(0, 0, 1, 1, 0));

        assertThat(result.outcome().role()).contains(Quizzes.GARDENS.id());
        assertThat(result.reasons()).extracting(r -> r.question().id()).containsExactly("q2", "q3", "q1");
        assertThat(result.reasons().get(2).towards()).isEqualTo(Quizzes.TREES);
    }

    @Test
    void without_a_role_answers_towards_either_count() {
        QuizResult result = scorer.score(QUIZ, List.of(1, 1, 0, 0, 1));

        assertThat(result.outcome().id()).isEqualTo("none");
        assertThat(result.reasons())
                .extracting(r -> r.question().id(), QuizResult.Reason::towards)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("q3", Quizzes.TREES),
                        org.assertj.core.groups.Tuple.tuple("q1", Quizzes.GARDENS),
                        org.assertj.core.groups.Tuple.tuple("q0", Quizzes.GARDENS));
    }

    @Test
    void an_even_answer_is_no_reason() {
        Quiz even = Quizzes.outdoors();

        assertThat(new QuizScorer(Quizzes.pack(even))
                        .score(even, List.of(1, 1, 1))
                        .reasons())
                .isEmpty();
        assertThat(new QuizScorer(Quizzes.pack(even))
                        .score(even, List.of(1, 0, 1))
                        .reasons())
                .extracting(r -> r.question().id())
                .containsExactly("q1");
    }

    @Test
    void each_reason_quotes_its_statement_letter_by_letter() {
        QuizResult result = scorer.score(QUIZ, List.of(0, 0, 0, 0, 0));

        assertThat(result.reasons()).allSatisfy(reason -> {
            String key =
                    reason.question().options().get(reason.option()).reasons().get(0);
            assertThat(reason.citations()).singleElement().satisfies(c -> {
                assertThat(c.statementKey()).isEqualTo(key);
                assertThat(Packs.gardeners().source(c.sourceId()).orElseThrow().passages())
                        .anySatisfy(p -> assertThat(p.text()).contains(c.quote()));
            });
        });
    }

    @Test
    void markers_number_places_from_one_without_a_gap() {
        QuizResult result = scorer.score(QUIZ, List.of(1, 1, 0, 0, 1));

        List<Integer> markers =
                result.citations().stream().map(c -> c.marker()).distinct().toList();
        assertThat(markers).first().isEqualTo(1);
        assertThat(markers).last().isEqualTo(markers.size());
        assertThat(result.citations()).allSatisfy(c -> assertThat(result.citations())
                .filteredOn(o -> o.marker() == c.marker())
                .allSatisfy(o -> {
                    assertThat(o.sourceId()).isEqualTo(c.sourceId());
                    assertThat(o.heading()).isEqualTo(c.heading());
                }));
    }

    @Test
    void a_disagreement_comes_with_both_sides() {
        Disagreement matter = Packs.gardeners().disagreements().get(0);

        QuizResult.Dispute dispute =
                scorer.score(QUIZ, List.of(1, 1, 0, 0, 1)).dispute().orElseThrow();

        assertThat(dispute.topic()).isEqualTo(matter.topic());
        assertThat(dispute.sides()).hasSize(2).allSatisfy(side -> {
            assertThat(side.text()).isNotEmpty();
            assertThat(side.citations()).isNotEmpty();
        });
    }

    @Test
    void a_result_takes_all_answers_and_no_others() {
        for (List<Integer> answers :
                List.of(List.<Integer>of(), List.of(0, 0, 0, 0), List.of(0, 0, 0, 0, 0, 0), List.of(0, 0, 0, 0, 2))) {
            assertThatThrownBy(() -> scorer.score(QUIZ, answers)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> scorer.score(QUIZ, List.of(0, -1, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
