package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementTableTest {
    private final StatementTable table = Gardeners.quick().table;

    @Test
    void every_statement_of_the_pack_has_its_row_with_its_place() {
        Gardeners.PACK.passages().forEach(passage -> passage.statements().forEach(statement -> {
            StatementTable.Row row = table.row(statement.key()).orElseThrow();
            assertThat(row.statement()).isEqualTo(statement);
            assertThat(row.passage()).isEqualTo(passage);
            assertThat(row.source().id()).isEqualTo(passage.sourceId());
        }));
        assertThat(table.row("nothing")).isEmpty();
    }

    @Test
    void a_rare_word_weighs_more_than_a_frequent_one_and_an_unknown_one_most() {
        assertThat(table.weight("compactor")).isGreaterThan(table.weight("work"));
        assertThat(table.weight("xyzzy")).isGreaterThan(table.weight("compactor"));
        assertThat(table.knows("compactor")).isTrue();
        assertThat(table.knows("xyzzy")).isFalse();
    }

    @Test
    void a_question_is_covered_from_nought_to_one() {
        assertThat(table.covered(List.of("rope", "har"), Set.of("rope", "har"))).isEqualTo(1);
        assertThat(table.covered(List.of("rope", "har"), Set.of())).isZero();
        assertThat(table.covered(List.of(), Set.of("rope"))).isZero();
        assertThat(table.covered(List.of("rope", "xyzzy"), Set.of("rope"))).isBetween(0.01, 0.99);
    }
}
