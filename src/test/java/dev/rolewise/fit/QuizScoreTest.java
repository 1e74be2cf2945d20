package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Quiz;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuizScoreTest {
    private static final List<String> THREE =
            List.of(Quizzes.TREES.id(), Quizzes.GARDENS.id(), Quizzes.third().id());

    @Test
    void a_share_is_weight_times_lean_over_the_weight() {
        QuizScore score = QuizScore.of(Quizzes.outdoors(), Quizzes.BOTH, List.of(0, 1, 2));

        assertThat(score.points()).containsExactly(3 * 100 + 2 * 50, 2 * 50 + 100);
        assertThat(score.percent()).containsExactly(67, 33);
        assertThat(score.outcome().id()).isEqualTo("trees-lean");
    }

    @Test
    void the_first_outcome_that_fits_is_taken_and_its_bound_belongs_to_it() {
        Quiz quiz = Quizzes.quiz("bound", Quizzes.question(0, 1, 70, 69, 55, 54, 30));

        assertThat(IntStream.range(0, 5).mapToObj(o -> QuizScore.of(quiz, Quizzes.BOTH, List.of(o))
                        .outcome()
                        .id()))
                .containsExactly("trees-clear", "trees-lean", "trees-lean", "none", "gardens-clear");
    }

    @Test
    void shares_add_to_100_and_never_stray_a_point_from_the_truth() {
        Quiz quiz = Quizzes.quiz(
                "odd",
                Quizzes.question(0, 3, 100, 33, 0),
                Quizzes.question(1, 2, 71, 50, 5),
                Quizzes.question(2, 2, 67, 12));

        Quizzes.everyCombination(quiz, answers -> {
            QuizScore score = QuizScore.of(quiz, Quizzes.BOTH, answers);
            assertThat(score.percent().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(100);
            for (int r = 0; r < 2; r++) {
                double exact = (double) score.points().get(r) / score.weight();
                assertThat(Math.abs(score.percent().get(r) - exact)).isLessThan(1);
            }
        });
    }

    @Test
    void three_even_shares_add_to_100_too() {
        QuizScore thirds = new QuizScore(Quizzes.outdoors(), THREE, List.of(200, 200, 200));

        assertThat(thirds.percent()).containsExactly(34, 33, 33);
        assertThat(thirds.tied()).isTrue();
    }

    @Test
    void a_lead_of_half_a_point_still_shows() {
        Quiz two = Quizzes.quiz("two", Quizzes.question(0, 1, 50), Quizzes.question(1, 1, 49));

        assertThat(QuizScore.of(two, Quizzes.BOTH, List.of(0, 0)).percent()).containsExactly(49, 51);
    }

    @Test
    void a_tie_is_where_no_role_alone_leads() {
        assertThat(QuizScore.of(Quizzes.outdoors(), Quizzes.BOTH, List.of(1, 1, 1))
                        .tied())
                .isTrue();
        assertThat(QuizScore.of(Quizzes.outdoors(), Quizzes.BOTH, List.of(0, 2, 2))
                        .tied())
                .isTrue();
        assertThat(QuizScore.of(Quizzes.outdoors(), Quizzes.BOTH, List.of(1, 1, 0))
                        .tied())
                .isFalse();
        assertThat(new QuizScore(Quizzes.outdoors(), THREE, List.of(250, 250, 100)).tied())
                .isTrue();
        assertThat(new QuizScore(Quizzes.outdoors(), THREE, List.of(300, 150, 150)).tied())
                .isFalse();
    }

    @Test
    void an_answer_towards_a_role_never_lowers_its_share_as_counted_or_as_shown() {
        Quiz quiz = Quizzes.quiz(
                "many",
                Quizzes.question(0, 3, 100, 66, 34, 0),
                Quizzes.question(1, 1, 90, 50, 10),
                Quizzes.question(2, 2, 75, 45, 20, 5),
                Quizzes.question(3, 2, 0, 51, 100));

        Quizzes.everyCombination(quiz, answers -> {
            QuizScore before = QuizScore.of(quiz, Quizzes.BOTH, answers);
            for (int q = 0; q < answers.size(); q++) {
                for (int option = 0; option < quiz.questions().get(q).options().size(); option++) {
                    List<Integer> changed = new ArrayList<>(answers);
                    changed.set(q, option);
                    QuizScore after = QuizScore.of(quiz, Quizzes.BOTH, changed);
                    for (int r = 0; r < 2; r++) {
                        if (lean(quiz, q, option, r) > lean(quiz, q, answers.get(q), r)) {
                            assertThat(after.points().get(r))
                                    .isGreaterThan(before.points().get(r));
                            assertThat(after.percent().get(r))
                                    .isGreaterThanOrEqualTo(before.percent().get(r));
                        }
                    }
                }
            }
        });
    }

    private static int lean(Quiz quiz, int question, int option, int role) {
        return quiz.questions().get(question).options().get(option).lean().getOrDefault(Quizzes.BOTH.get(role), 0);
    }
}
