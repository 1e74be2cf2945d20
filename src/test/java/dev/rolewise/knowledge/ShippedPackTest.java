package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.testing.Packs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped comparison and quizzes hold; the loader has checked their form. */
class ShippedPackTest {
    private final Pack pack = Packs.shipped();

    @Test
    void the_rows_that_people_look_for_are_there() {
        assertThat(pack.comparison().rows())
                .extracting(Comparison.Row::id)
                .contains(
                        "primary-focus",
                        "core-work",
                        "maths",
                        "orientation",
                        "key-activities",
                        "tech-stack",
                        "tools",
                        "skills",
                        "workflow",
                        "typical-examples",
                        "primary-objective",
                        "questions-they-ask",
                        "metrics",
                        "accessibility",
                        "future",
                        "demand",
                        "hiring-sign");
        assertThat(pack.quizzes()).extracting(Quiz::id).isEqualTo(List.of("path", "hiring"));
    }

    @Test
    void every_cell_is_short_enough_to_read_at_a_glance() {
        assertThat(stated().map(Cell.Stated::text)).hasSizeGreaterThan(40).allSatisfy(text -> assertThat(text)
                .hasSizeLessThanOrEqualTo(70));
    }

    @Test
    void a_cell_rests_on_a_statement_about_its_role() {
        Map<String, Set<String>> roles = rolesOfStatements();
        for (Comparison.Row row : pack.comparison().rows()) {
            for (int i = 0; i < pack.roles().size(); i++) {
                String role = pack.roles().get(i).id();
                if (row.cells().get(i) instanceof Cell.Stated cell) {
                    assertThat(cell.statements()).as(row.id()).allSatisfy(key -> assertThat(roles.get(key))
                            .contains(role));
                }
            }
        }
    }

    @Test
    void a_reason_speaks_of_a_role_that_the_option_leans_to() {
        Map<String, Set<String>> roles = rolesOfStatements();
        options().forEach(option -> assertThat(option.reasons())
                .as(option.text())
                .allSatisfy(key -> assertThat(roles.get(key))
                        .containsAnyOf(option.lean().entrySet().stream()
                                .filter(e -> e.getValue() > 50)
                                .map(Map.Entry::getKey)
                                .toArray(String[]::new))));
    }

    @Test
    void the_first_option_does_not_always_lean_to_one_role() {
        for (Quiz quiz : pack.quizzes()) {
            assertThat(quiz.questions().stream()
                            .map(q -> q.options().get(0).lean())
                            .collect(Collectors.toSet()))
                    .as(quiz.id())
                    .hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "hiring"})
    void over_all_answers_every_outcome_is_reached_and_no_role_is_favoured(String id) {
        Quiz quiz = pack.quiz(id).orElseThrow();
        Map<String, Long> reached = reached(quiz);

        assertThat(reached.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        quiz.outcomes().stream().map(Quiz.Outcome::id).toList());
        Map<String, Long> ofRole = new HashMap<>();
        quiz.outcomes().forEach(o -> o.role().ifPresent(r -> ofRole.merge(r, reached.get(o.id()), Long::sum)));
        double all = reached.values().stream().mapToLong(Long::longValue).sum();
        List<Double> shares = ofRole.values().stream().map(n -> 100 * n / all).toList();
        assertThat(shares).hasSize(2);
        assertThat(shares.get(0)).isCloseTo(shares.get(1), within(0.001));
    }

    /** How many combinations of answers lead to each outcome. */
    private static Map<String, Long> reached(Quiz quiz) {
        List<Map<String, Integer>> sums = List.of(Map.of());
        for (Quiz.Question question : quiz.questions()) {
            List<Map<String, Integer>> next = new ArrayList<>();
            for (Map<String, Integer> sum : sums) {
                for (Quiz.Option option : question.options()) {
                    Map<String, Integer> more = new HashMap<>(sum);
                    option.lean().forEach((role, lean) -> more.merge(role, lean * question.weight(), Integer::sum));
                    next.add(more);
                }
            }
            sums = next;
        }
        int whole = quiz.questions().stream().mapToInt(Quiz.Question::weight).sum();
        return sums.stream().collect(Collectors.groupingBy(s -> outcome(quiz, s, whole), Collectors.counting()));
    }

    private static String outcome(Quiz quiz, Map<String, Integer> sums, int whole) {
        return quiz.outcomes().stream()
                .filter(o -> o.role()
                        .map(r -> sums.getOrDefault(r, 0) >= o.atLeast() * whole)
                        .orElse(true))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Stream<Cell.Stated> stated() {
        return pack.comparison().rows().stream()
                .flatMap(r -> r.cells().stream())
                .flatMap(cell -> {
                    if (cell instanceof Cell.Disagreed disagreed) {
                        return disagreed.sides().stream();
                    }
                    return cell instanceof Cell.Stated stated ? Stream.of(stated) : Stream.empty();
                });
    }

    private Stream<Quiz.Option> options() {
        return pack.quizzes().stream().flatMap(q -> q.questions().stream()).flatMap(q -> q.options().stream());
    }

    /** Ids of the roles under whose heading a statement stands, or that it names. */
    private Map<String, Set<String>> rolesOfStatements() {
        Map<String, Set<String>> roles = new HashMap<>();
        for (Passage passage : pack.passages()) {
            for (Statement statement : passage.statements()) {
                Set<String> found = new HashSet<>(passage.roles());
                pack.roles().stream()
                        .filter(r -> statement.text().contains(r.name()))
                        .forEach(r -> found.add(r.id()));
                roles.put(statement.key(), found);
            }
        }
        return roles;
    }
}
