package dev.rolewise.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Block;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static final Block.Table TOOLS = new Block.Table(
            List.of("", "Gardener", "Tree surgeon"),
            List.of(List.of("Tools", "Spade and rake", "Saw"), List.of("Height", "", "up to 20 m")));

    @Test
    void a_table_that_fits_is_as_wide_as_its_cells() {
        assertThat(TableText.of(TOOLS, 80)).isEqualTo("""
                        ┌────────┬────────────────┬──────────────┐
                        │        │ Gardener       │ Tree surgeon │
                        ├────────┼────────────────┼──────────────┤
                        │ Tools  │ Spade and rake │ Saw          │
                        │ Height │ –              │ up to 20 m   │
                        └────────┴────────────────┴──────────────┘""");
    }

    @Test
    void cells_are_wrapped_between_words_and_rows_then_parted() {
        assertThat(TableText.of(TOOLS, 36)).isEqualTo("""
                        ┌────────┬────────────┬────────────┐
                        │        │ Gardener   │ Tree       │
                        │        │            │ surgeon    │
                        ├────────┼────────────┼────────────┤
                        │ Tools  │ Spade and  │ Saw        │
                        │        │ rake       │            │
                        ├────────┼────────────┼────────────┤
                        │ Height │ –          │ up to 20 m │
                        └────────┴────────────┴────────────┘""");
    }

    @Test
    void without_room_for_columns_the_rows_are_told_one_by_one() {
        assertThat(TableText.of(TOOLS, 24)).isEqualTo("""
                        Tools
                        • Gardener: Spade and
                          rake
                        • Tree surgeon: Saw
                        Height
                        • Gardener: –
                        • Tree surgeon: up to 20
                          m""");
    }

    @Test
    void no_line_is_wider_than_the_terminal_whatever_is_in_the_cells() {
        Block.Table wild = new Block.Table(
                List.of("Wide 漢字かな", "B", "C"),
                List.of(
                        List.of("x".repeat(300), "👍 👍 👍", "line\nline"),
                        List.of("\u001B[31mred", "漢".repeat(50), "")));

        for (int width = 40; width < 120; width++) {
            int columns = width;
            assertThat(TableText.lines(wild, width))
                    .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(columns))
                    .extracting(AttributedString::columnLength)
                    .containsOnly(TableText.lines(wild, width).get(0).columnLength());
        }
        assertThat(TableText.of(wild, 60)).doesNotContain("\u001B");
    }

    @Test
    void a_table_without_rows_or_columns_does_no_harm() {
        assertThat(TableText.of(new Block.Table(List.of(), List.of()), 80)).isEmpty();
        assertThat(TableText.of(new Block.Table(List.of("A"), List.of()), 80).lines())
                .hasSize(3);
    }
}
