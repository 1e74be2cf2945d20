package dev.rolewise.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFinderTest {
    private final ComparisonTable table = Tables.four();

    @ParameterizedTest
    @CsvSource({
        "tools, tools",
        "TOOLS, tools",
        "  Tools? , tools",
        "working-day, working-day",
        "A working day, working-day",
        "working_day, working-day",
        "Daily work, seasons working-day",
        "daily-work, seasons working-day",
        "pay and demand, pay",
        "wage, pay",
        "kit, tools",
        "working, working-day",
        "which tools do they use, tools",
        "tolos, tools",
        "seasns, seasons",
        "A workin day, working-day",
        "salry, pay",
        "saesonz, seasons"
    })
    void a_row_is_found_by_what_people_call_it(String typed, String rows) {
        assertThat(table.find(typed)).isEqualTo(new RowSearch.Match(List.of(rows.split(" "))));
    }

    @Test
    void a_synonym_of_a_word_leads_to_its_row() {
        assertThat(table.find("power saw")).isEqualTo(new RowSearch.Match(List.of("tools")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "", "?", "xy", "to", "𝔲𝔫𝔨𝔫𝔬𝔴𝔫", "'; drop table rows", "\u0000\u0001"})
    void what_is_no_row_gets_the_nearest(String typed) {
        assertThat(table.find(typed))
                .isInstanceOfSatisfying(
                        RowSearch.Unknown.class,
                        unknown -> assertThat(unknown.nearest()).hasSize(3).isSubsetOf(table.names()));
    }

    @Test
    void the_nearest_comes_first() {
        assertThat(table.find("season of the year"))
                .isInstanceOfSatisfying(
                        RowSearch.Unknown.class,
                        unknown -> assertThat(unknown.nearest()).first().isEqualTo("Seasons"));
    }

    @Test
    void a_very_long_text_is_no_row_and_takes_no_time() {
        assertThat(table.find("tool".repeat(100_000))).isInstanceOf(RowSearch.Unknown.class);
    }
}
