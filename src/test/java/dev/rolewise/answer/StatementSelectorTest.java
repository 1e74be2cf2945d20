package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.StatementSelector.Scored;
import dev.rolewise.knowledge.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSelectorTest {
    private static final int PLENTY = 10_000;
    private static final double ANY = 100;

    private final Gardeners parts = Gardeners.real();
    private final StatementSelector selector = parts.selector;

    @Test
    void the_statements_of_the_evidence_and_others_that_may_answer_are_ranked_best_first() {
        CoverageCheck.Searched searched = parts.search("what tools does a tree surgeon use");
        List<String> found = searched.evidence().passages().stream()
                .flatMap(p -> p.passage().statements().stream())
                .map(Statement::key)
                .toList();

        List<Scored> ranked = selector.rank(searched.profile(), searched.evidence());

        assertThat(ranked)
                .isSortedAccordingTo(Comparator.comparingDouble(Scored::score).reversed())
                .extracting(s -> s.row().statement().key())
                .doesNotHaveDuplicates()
                .containsAll(found);
    }

    @Test
    void the_statement_that_answers_is_first() {
        assertThat(rank("what tools does a tree surgeon use")
                        .get(0)
                        .row()
                        .statement()
                        .text())
                .contains("climbing harness");
        assertThat(rank("what tools does a landscape gardener use")
                        .get(0)
                        .row()
                        .statement()
                        .text())
                .contains("spades");
    }

    @Test
    void a_statement_about_the_other_role_ranks_lower() {
        List<String> trees = texts(rank("what tools does a tree surgeon use"));
        List<String> gardens = texts(rank("what tools does a landscape gardener use"));

        assertThat(place(trees, "spades")).isGreaterThan(place(trees, "climbing harness"));
        assertThat(place(gardens, "climbing harness")).isGreaterThan(place(gardens, "spades"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void no_more_statements_are_chosen_than_wanted(int most) {
        assertThat(selector.choose(rank("what do tree surgeons do"), List.of(), most, PLENTY, ANY, row -> true))
                .hasSize(most);
    }

    @Test
    void the_characters_are_bounded_but_for_the_first_statement() {
        List<Scored> ranked = rank("what do tree surgeons do");

        List<StatementTable.Row> chosen = selector.choose(ranked, List.of(), 10, 250, ANY, row -> true);
        List<StatementTable.Row> tight = selector.choose(ranked, List.of(), 10, 0, ANY, row -> true);

        assertThat(chosen.stream().mapToInt(r -> r.statement().text().length()).sum())
                .isLessThanOrEqualTo(250);
        assertThat(tight).hasSize(1);
    }

    @Test
    void nothing_is_chosen_twice_or_again() {
        List<Scored> ranked = rank("what do tree surgeons do");
        List<StatementTable.Row> first = selector.choose(ranked, List.of(), 3, PLENTY, ANY, row -> true);

        List<StatementTable.Row> second = selector.choose(ranked, first, 30, PLENTY, ANY, row -> true);

        assertThat(second).isNotEmpty().doesNotHaveDuplicates().doesNotContainAnyElementsOf(first);
    }

    @Test
    void what_lies_too_far_below_the_best_is_left_out() {
        List<Scored> ranked = rank("what tools does a tree surgeon use");

        assertThat(selector.choose(ranked, List.of(), 30, PLENTY, 0, row -> true))
                .hasSize(1);
    }

    @Test
    void only_what_fits_is_chosen() {
        Set<String> gardens = Set.of("landscape-gardener");

        assertThat(selector.choose(rank("what tools do both use"), List.of(), 30, PLENTY, ANY, row -> row.passage()
                        .roles()
                        .equals(gardens)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.passage().roles()).isEqualTo(gardens));
        assertThat(selector.choose(rank("tools"), List.of(), 5, PLENTY, ANY, row -> false))
                .isEmpty();
        assertThat(selector.choose(List.of(), List.of(), 5, PLENTY, ANY, row -> true))
                .isEmpty();
    }

    private List<Scored> rank(String question) {
        CoverageCheck.Searched searched = parts.search(question);
        return selector.rank(searched.profile(), searched.evidence());
    }

    private static List<String> texts(List<Scored> ranked) {
        return ranked.stream().map(s -> s.row().statement().text()).toList();
    }

    private static int place(List<String> texts, String words) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).contains(words)) {
                return i;
            }
        }
        return texts.size();
    }
}
