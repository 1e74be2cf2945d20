package dev.rolewise.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Block;
import dev.rolewise.knowledge.Cell;
import dev.rolewise.knowledge.Comparison;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AltTextTest {
    @Test
    void it_says_all_that_the_picture_says() {
        TablePart part = Tables.four().part(List.of("tools", "pay"));

        assertThat(AltText.of("Both", part.cells(Markers.NONE)))
                .isEqualTo("Table: Both. Columns: tree surgeon; landscape gardener."
                        + " Tools: Harness, ropes and a chainsaw; Spades, a mini digger and a stone saw."
                        + " Pay: sources disagree: More than gardeners / Can be less than gardeners; not covered.");
    }

    @Test
    void long_cells_are_cut_before_short_ones_and_it_never_is_too_long() {
        Cell longest = new Cell.Stated("tree ".repeat(22).strip(), List.of("x"));
        Cell brief = new Cell.Stated("Short and whole", List.of("x"));
        List<Comparison.Row> rows = IntStream.range(0, 7)
                .mapToObj(i -> Tables.row("r" + i, "The name of row " + i, "tools", longest, brief))
                .toList();

        String alt = AltText.of("Both", Tables.table(rows).whole().cells());

        assertThat(alt).hasSizeBetween(900, AltText.MAX_LENGTH).contains("tree tree…", "; Short and whole.", "row 6");
    }

    @Test
    void even_an_absurd_table_fits_and_no_letter_is_halved() {
        List<List<String>> rows = IntStream.range(0, 25)
                .mapToObj(i -> List.of("🌳".repeat(20), "🌳".repeat(50), "🌳".repeat(50)))
                .toList();

        String alt = AltText.of("Both", new Block.Table(List.of("", "A", "B"), rows));

        assertThat(alt).hasSizeLessThanOrEqualTo(AltText.MAX_LENGTH);
        assertThat(alt.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }
}
