package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.Packs;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClauseReaderTest {
    private static final Pack PACK = Packs.gardeners();
    private static final ClauseReader READER =
            new ClauseReader(new RoleMentions(PACK), new FoldedTerms(PACK, new PackAnalyzer(PACK)));

    @Test
    void each_clause_is_about_the_role_that_it_follows() {
        List<Clause> clauses = READER.read("Tree surgeons climb oaks, and landscape gardeners lay stone.");

        assertThat(rolesOf("oak", clauses)).containsExactly("tree-surgeon");
        assertThat(rolesOf("stone", clauses)).containsExactly("landscape-gardener");
    }

    @Test
    void a_role_at_the_end_owns_what_stands_before_it() {
        assertThat(rolesOf("stone", READER.read("Laying stone is work for landscape gardeners.")))
                .containsExactly("landscape-gardener");
    }

    @Test
    void what_is_said_of_both_is_about_both() {
        assertThat(rolesOf("glove", READER.read("Tree surgeons and landscape gardeners wear gloves.")))
                .containsExactlyInAnyOrder("tree-surgeon", "landscape-gardener");
    }

    @Test
    void a_not_denies_its_clause_and_no_other() {
        List<Clause> clauses = READER.read("A licence is not needed, but insurance helps.");

        assertThat(clause("licenc", clauses).denied()).isTrue();
        assertThat(clause("insur", clauses).denied()).isFalse();
    }

    @Test
    void not_only_denies_nothing() {
        assertThat(READER.read("They not only climb oaks.")).noneMatch(Clause::denied);
    }

    @Test
    void a_comparison_is_read_from_both_sides() {
        List<Clause> clauses = READER.readBothWays("Tree surgery is harder to learn than landscape gardening.");

        assertThat(clauses)
                .anySatisfy(c -> {
                    assertThat(c.roles()).containsExactly("tree-surgeon");
                    assertThat(c.directions()).contains("-ease");
                })
                .anySatisfy(c -> {
                    assertThat(c.roles()).containsExactly("landscape-gardener");
                    assertThat(c.directions()).contains("+ease");
                });
    }

    @Test
    void numbers_are_words_of_their_own() {
        assertThat(READER.read("Show three gardens for $2,500.").stream()
                        .flatMap(c -> c.terms().stream())
                        .toList())
                .contains("#3", "#2500");
    }

    private static Set<String> rolesOf(String term, List<Clause> clauses) {
        return clause(term, clauses).roles();
    }

    private static Clause clause(String term, List<Clause> clauses) {
        return clauses.stream()
                .filter(c -> c.terms().contains(term))
                .findFirst()
                .orElseThrow();
    }
}
