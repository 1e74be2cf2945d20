package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuizAuditTest {
    @Test
    void a_small_quiz_counts_as_by_hand() {
        // Shares of trees: 100, 75, 50 / 75, 50, 25 / 50, 25, 0.
        QuizFinding finding =
                audit(Quizzes.quiz("fair", Quizzes.question(0, 1, 100, 50, 0), Quizzes.question(1, 1, 100, 50, 0)));

        assertThat(finding.combinations()).isEqualTo(9);
        assertThat(finding.outcomes())
                .isEqualTo(Map.of(
                        "trees-clear", 3L, "gardens-clear", 3L, "trees-lean", 0L, "gardens-lean", 0L, "none", 3L));
        assertThat(finding.unreachable()).containsExactly("trees-lean", "gardens-lean");
        assertThat(finding.roles()).isEqualTo(Map.of("tree-surgeon", 3L, "landscape-gardener", 3L));
        assertThat(finding.ties()).isEqualTo(3);
        assertThat(finding.meanShares().values()).containsExactly(new BigDecimal("0.5"), new BigDecimal("0.5"));
        assertThat(finding.difference()).isEqualByComparingTo("0");
        assertThat(finding.loweringFlips()).isZero();
        assertThat(finding.passes()).isFalse();
        assertThat(finding.faults())
                .containsExactly(
                        "no answers lead to the outcome trees-lean", "no answers lead to the outcome gardens-lean");
    }

    @Test
    void a_fair_quiz_passes() {
        QuizAudit audit = QuizAudit.of(Quizzes.pack(Quizzes.outdoors()));

        // Trees get 6, 3 or 0, then 4, 2 or 0, then 2, 1 or 0 of 12: clear from 9, leaning from 7, even at 6.
        assertThat(audit.passes()).isTrue();
        assertThat(audit.quizzes()).singleElement().satisfies(f -> {
            assertThat(f.outcomes())
                    .isEqualTo(Map.of(
                            "trees-clear", 6L, "gardens-clear", 6L, "trees-lean", 6L, "gardens-lean", 6L, "none", 3L));
            assertThat(f.ties()).isEqualTo(3);
        });
    }

    @Test
    void a_biased_quiz_fails_however_many_digits_are_shown() {
        QuizFinding biased = audit(Quizzes.quiz("biased", Quizzes.question(0, 1, 100, 100, 60, 0, 40)));

        assertThat(biased.roles()).isEqualTo(Map.of("tree-surgeon", 3L, "landscape-gardener", 2L));
        assertThat(biased.difference()).isEqualByComparingTo("20");
        assertThat(biased.meanShares().values()).containsExactly(new BigDecimal("0.6"), new BigDecimal("0.4"));
        assertThat(biased.faults())
                .contains("one role's outcomes are 20.00 points likelier than another's, and 2 are the most");
        assertThat(finding(100_000, 51_000, 49_000).passes()).isTrue();
        assertThat(finding(100_000, 51_001, 49_000).difference()).isEqualByComparingTo("2.00");
        assertThat(finding(100_000, 51_001, 49_000).passes()).isFalse();
    }

    @Test
    void a_flip_towards_a_role_that_lowers_its_share_is_noticed() {
        Quiz upsideDown = Quizzes.quiz("upside-down", Quizzes.question(0, 3, 100, 0), Quizzes.question(1, -1, 100, 0));

        QuizFinding finding = audit(upsideDown);

        assertThat(finding.loweringFlips()).isEqualTo(2);
        assertThat(finding.faults()).contains("in 2 ways an answer that leans more to a role lowers its share");
    }

    @Test
    void counting_by_sums_is_counting_every_combination() {
        Quiz quiz = Quizzes.quiz(
                "odd",
                Quizzes.question(0, 3, 100, 33, 0, 71),
                Quizzes.question(1, 2, 71, 50, 5),
                Quizzes.question(2, 2, 67, 12),
                Quizzes.question(3, 1, 80, 50, 20, 0, 100),
                Quizzes.question(4, 3, 55, 45));
        Map<String, Long> counted = new HashMap<>();
        AtomicLong ties = new AtomicLong();
        Quizzes.everyCombination(quiz, answers -> {
            QuizScore score = QuizScore.of(quiz, Quizzes.BOTH, answers);
            counted.merge(score.outcome().id(), 1L, Long::sum);
            ties.addAndGet(score.tied() ? 1 : 0);
        });

        QuizFinding finding = audit(quiz);

        assertThat(finding.combinations()).isEqualTo(4 * 3 * 2 * 5 * 2);
        assertThat(finding.outcomes()).containsAllEntriesOf(counted);
        assertThat(finding.outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(finding.combinations());
        assertThat(finding.ties()).isEqualTo(ties.get());
    }

    @Test
    void the_largest_quiz_is_counted_in_full() {
        QuizFinding finding = audit(Quizzes.quiz(
                "largest",
                IntStream.range(0, Quiz.MAX_QUESTIONS)
                        .mapToObj(i -> Quizzes.question(i, 1 + i % 3, 100, 72 + i, 50, 28 - i, 0))
                        .toArray(Quiz.Question[]::new)));

        assertThat(finding.combinations()).isEqualTo(9_765_625);
        assertThat(finding.difference()).isEqualByComparingTo("0");
        assertThat(finding.meanShares().values()).containsExactly(new BigDecimal("0.5"), new BigDecimal("0.5"));
    }

    @Test
    void a_role_that_no_outcome_names_is_a_bias() {
        List<Role> roles = List.of(Quizzes.TREES, Quizzes.GARDENS, Quizzes.third());
        Quiz quiz = Quizzes.quiz(
                "three",
                List.of(
                        Quizzes.outcome("trees", Optional.of(Quizzes.TREES), 60),
                        Quizzes.outcome("gardens", Optional.of(Quizzes.GARDENS), 60),
                        Quizzes.outcome("none", Optional.empty(), 0)),
                new Quiz.Question(
                        "q",
                        "D",
                        "?",
                        1,
                        List.of(
                                Quizzes.option(0, 0, Quizzes.leans(100, 0, 0), false),
                                Quizzes.option(0, 1, Quizzes.leans(0, 100, 0), false),
                                Quizzes.option(0, 2, Quizzes.leans(0, 0, 100), false))));

        QuizFinding finding = QuizAudit.of(Quizzes.pack(roles, quiz)).quizzes().get(0);

        assertThat(finding.roles()).containsEntry("pond-keeper", 0L);
        assertThat(finding.difference()).isEqualByComparingTo("33.33");
        assertThat(finding.passes()).isFalse();
    }

    @Test
    void the_table_names_faults_first_and_then_every_figure() {
        String table = QuizAudit.of(Quizzes.pack(
                        Quizzes.quiz("fair", Quizzes.question(0, 1, 100, 50, 0), Quizzes.question(1, 1, 100, 50, 0))))
                .table();

        assertThat(table.lines())
                .containsExactly(
                        "  fair: no answers lead to the outcome trees-lean",
                        "  fair: no answers lead to the outcome gardens-lean",
                        "fair",
                        "  combinations                     9",
                        "  outcome trees-clear              0.3333",
                        "  outcome gardens-clear            0.3333",
                        "  outcome trees-lean               0.0",
                        "  outcome gardens-lean             0.0",
                        "  outcome none                     0.3333",
                        "  unreachable                      2",
                        "  ties                             3 (0.3333)",
                        "  outcomes for tree-surgeon        0.3333",
                        "  outcomes for landscape-gardener  0.3333",
                        "  largest difference               0.00 points",
                        "  mean share tree-surgeon          0.5",
                        "  mean share landscape-gardener    0.5",
                        "  lowering flips                   0",
                        "  passes                           no");
    }

    @Test
    void the_figures_are_one_line_of_json() throws Exception {
        String json = QuizAudit.of(
                        Quizzes.pack(Quizzes.outdoors(), Quizzes.quiz("biased", Quizzes.question(0, 1, 100, 100, 0))))
                .json();

        assertThat(json).doesNotContain("\n");
        JsonNode all = new ObjectMapper().readTree(json);
        assertThat(all.path("passes").asBoolean()).isFalse();
        JsonNode fair = all.path("quizzes").path("outdoors");
        assertThat(fair.path("passes").asBoolean()).isTrue();
        assertThat(fair.path("combinations").asInt()).isEqualTo(27);
        assertThat(fair.path("outcomes").path("trees-clear").decimalValue()).isEqualByComparingTo("0.2222");
        assertThat(fair.path("unreachable")).isEmpty();
        assertThat(fair.path("ties").asInt()).isEqualTo(3);
        assertThat(fair.path("ties_share").decimalValue()).isEqualByComparingTo("0.1111");
        assertThat(fair.path("mean_share").path("tree-surgeon").decimalValue()).isEqualByComparingTo("0.5");
        JsonNode biased = all.path("quizzes").path("biased");
        assertThat(biased.path("largest_difference_points").decimalValue()).isEqualByComparingTo("33.33");
        assertThat(biased.path("unreachable")).hasSize(3);
    }

    private static QuizFinding audit(Quiz quiz) {
        return QuizAudit.of(Quizzes.pack(quiz)).quizzes().get(0);
    }

    private static QuizFinding finding(long combinations, long one, long other) {
        return new QuizFinding(
                "q", "abc123", combinations, Map.of("o", combinations), Map.of("a", one, "b", other), 0, Map.of(), 0);
    }
}
