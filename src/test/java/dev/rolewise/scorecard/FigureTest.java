package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.scorecard.Figure.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final List<Double> MIXED =
            IntStream.range(0, 200).mapToObj(i -> i % 4 == 0 ? 0.0 : 1.0).toList();

    @Test
    void a_mean_lies_inside_its_interval_which_is_the_same_each_time() {
        Figure figure = Figure.mean("a", "A", MIXED);

        assertThat(figure.value()).isEqualTo(0.75);
        assertThat(figure.interval()).get().satisfies(i -> {
            assertThat(i.low()).isBetween(0.66, 0.72);
            assertThat(i.high()).isBetween(0.78, 0.84);
        });
        assertThat(Figure.mean("a", "A", MIXED)).isEqualTo(figure);
    }

    @Test
    void without_items_there_is_nothing_to_say() {
        FigureTable figures = new FigureTable(List.of(Figure.mean("a", "A", List.of())));

        assertThat(figures.table()).isEqualTo("a  -");
        assertThat(figures.json()).isEqualTo("{\"a\":null}");
    }

    @Test
    void numbers_are_written_as_their_unit_asks() {
        assertThat(FigureTable.text(Unit.SHARE, 0.98765)).isEqualTo("0.988");
        assertThat(FigureTable.text(Unit.MILLISECONDS, 12.3456)).isEqualTo("12.35 ms");
        assertThat(FigureTable.text(Unit.SECONDS, 663.21)).isEqualTo("663.2 s");
        assertThat(FigureTable.text(Unit.BYTES, 2048)).isEqualTo("2 KiB");
        assertThat(FigureTable.text(Unit.BYTES, 10.5 * 1024 * 1024)).isEqualTo("10.5 MiB");
        assertThat(FigureTable.text(Unit.COUNT, 60)).isEqualTo("60");
    }

    @Test
    void json_holds_each_figure_and_its_interval_in_order() {
        FigureTable figures = new FigureTable(List.of(
                Figure.mean("all", "All", List.of(1.0, 1.0)),
                Figure.of("index_bytes", "Size", Unit.BYTES, 123_456_789_012.0)));

        assertThat(figures.json())
                .isEqualTo("{\"all\":1.0000,\"all_interval\":[1.0000,1.0000],\"index_bytes\":123456789012}");
    }
}
