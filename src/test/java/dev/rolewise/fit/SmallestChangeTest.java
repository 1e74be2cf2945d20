package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallestChangeTest {
    @Test
    void where_one_answer_is_enough_each_one_is_named_the_smallest_move_first() {
        // 4.5 of 6 go to trees: 75 per cent. One point less is 58, half a point less 67.
        QuizChange change = SmallestChange.of(Quizzes.outdoors(), Quizzes.BOTH, List.of(0, 1, 1));

        assertThat(change).isInstanceOf(QuizChange.OneAnswer.class);
        assertThat(((QuizChange.OneAnswer) change).flips())
                .extracting(f -> f.question().id(), f -> f.option().text(), f -> f.to().id())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("q2", "private words 2C", "trees-lean"),
                        org.assertj.core.groups.Tuple.tuple("q1", "private words 1C", "trees-lean"),
                        org.assertj.core.groups.Tuple.tuple("q0", "private words 0B", "none"),
                        org.assertj.core.groups.Tuple.tuple("q0", "private words 0C", "gardens-clear"));
    }

    @Test
    void where_one_is_not_enough_it_says_how_many_are() {
        Quiz quiz = Quizzes.quiz(
                "long",
                IntStream.range(0, 10)
                        .mapToObj(i -> Quizzes.question(i, 1, 100, 0))
                        .toArray(Quiz.Question[]::new));

        QuizChange change = SmallestChange.of(quiz, Quizzes.BOTH, List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(change).isEqualTo(new QuizChange.Several(4, quiz.outcomes().get(2)));
    }

    @Test
    void where_nothing_leads_elsewhere_it_says_so() {
        Quiz quiz = Quizzes.quiz("flat", Quizzes.question(0, 1, 50, 51), Quizzes.question(1, 1, 50, 49));

        assertThat(SmallestChange.of(quiz, Quizzes.BOTH, List.of(0, 0))).isEqualTo(new QuizChange.Never());
    }

    @Test
    void it_is_the_smallest_of_all_changes_for_every_combination() {
        check(
                Quizzes.quiz(
                        "two-roles",
                        Quizzes.question(0, 3, 100, 60, 0),
                        Quizzes.question(1, 1, 90, 50, 10),
                        Quizzes.question(2, 2, 80, 20),
                        Quizzes.question(3, 2, 0, 100)),
                Quizzes.BOTH);
        List<Role> roles = List.of(Quizzes.TREES, Quizzes.GARDENS, Quizzes.third());
        List<Quiz.Outcome> outcomes = Stream.concat(
                        roles.stream().map(r -> Quizzes.outcome(r.id(), Optional.of(r), 60)),
                        Stream.of(Quizzes.outcome("none", Optional.empty(), 0)))
                .toList();
        check(
                Quizzes.quiz("three-roles", outcomes, three(0, 3), three(1, 2), three(2, 2), three(3, 1)),
                roles.stream().map(Role::id).toList());
    }

    private static Quiz.Question three(int index, int weight) {
        return new Quiz.Question(
                "q" + index,
                "D" + index,
                "?",
                weight,
                List.of(
                        Quizzes.option(index, 0, Quizzes.leans(80, 10, 10), false),
                        Quizzes.option(index, 1, Quizzes.leans(10, 80, 10), false),
                        Quizzes.option(index, 2, Quizzes.leans(0, 30, 70), false),
                        Quizzes.option(index, 3, Quizzes.leans(34, 33, 33), true)));
    }

    private static void check(Quiz quiz, List<String> roles) {
        List<List<Integer>> all = new ArrayList<>();
        Quizzes.everyCombination(quiz, all::add);
        for (List<Integer> answers : all) {
            String outcome = QuizScore.of(quiz, roles, answers).outcome().id();
            int fewest = all.stream()
                    .filter(other ->
                            !QuizScore.of(quiz, roles, other).outcome().id().equals(outcome))
                    .mapToInt(other -> distance(answers, other))
                    .min()
                    .orElseThrow();
            QuizChange change = SmallestChange.of(quiz, roles, answers);
            if (change instanceof QuizChange.OneAnswer one) {
                assertThat(fewest).isEqualTo(1);
                assertThat(one.flips()).hasSize((int) all.stream()
                        .filter(other -> distance(answers, other) == 1)
                        .filter(other ->
                                !QuizScore.of(quiz, roles, other).outcome().id().equals(outcome))
                        .count());
            } else {
                assertThat(change).isInstanceOfSatisfying(QuizChange.Several.class, several -> {
                    assertThat(several.answers()).isEqualTo(fewest).isGreaterThan(1);
                    assertThat(several.to().id()).isNotEqualTo(outcome);
                });
            }
        }
    }

    private static int distance(List<Integer> a, List<Integer> b) {
        return (int) IntStream.range(0, a.size())
                .filter(i -> !a.get(i).equals(b.get(i)))
                .count();
    }
}
