package dev.rolewise.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonCsvTest {
    @Test
    void every_row_stands_in_a_line_with_a_column_of_sources_for_each_role() {
        assertThat(Tables.four().whole().csv()).isEqualTo("""
                aspect,tree surgeon,tree surgeon: sources,landscape gardener,landscape gardener: sources
                Tools,"Harness, ropes and a chainsaw",climbing-and-cutting (Tree surgeon · Tools),\
                "Spades, a mini digger and a stone saw",building-gardens (Landscape gardener · Tools)
                Pay,sources disagree: More than gardeners / Can be less than gardeners,\
                climbing-and-cutting (Tree surgeon · Pay and demand); \
                building-gardens (Landscape gardener · Pay and demand),not covered,
                Seasons,Busiest after storms,climbing-and-cutting (Tree surgeon · Daily work); \
                climbing-and-cutting (Tree surgeon · Pay and demand),"'=Spring to ""autumn\""",\
                building-gardens (Landscape gardener · Daily work)
                A working day,On ropes in the crown,climbing-and-cutting (Tree surgeon · Daily work),\
                "Levelling, laying and planting",building-gardens (Landscape gardener · Daily work)
                """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "＝1"})
    void what_a_spreadsheet_takes_for_a_formula_is_made_harmless(String value) {
        assertThat(ComparisonCsv.field(value)).isEqualTo("\"'" + value + "\"");
    }

    @Test
    void quotes_commas_and_line_breaks_are_quoted() {
        assertThat(ComparisonCsv.field("a \"b\", c\nd")).isEqualTo("\"a \"\"b\"\", c\nd\"");
        assertThat(ComparisonCsv.field("a-b=c")).isEqualTo("a-b=c");
    }
}
