package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.learning.Interval;
import org.junit.jupiter.api.Test;

class NamedFiguresTest {
    private static final NamedFigures FIGURES = new NamedFigures()
            .add("share", 2 / 3.0)
            .add("all", 1.0)
            .add("none", Double.NaN)
            .add("apgr", new Interval(0.66666, 0.6, 0.7))
            .add("unknown", new Interval(0.5, Double.NaN, Double.NaN))
            .add("by", "chance")
            .add("baselines", new NamedFigures().add("random", new NamedFigures().add("apgr", 0.5)));

    @Test
    void the_table_is_aligned_with_intervals_in_brackets_and_groups_in_names() {
        assertThat(FIGURES.table()).isEqualTo("""
                        share                  0.6667
                        all                    1
                        none                   -
                        apgr                   0.6667  (0.6 to 0.7)
                        unknown                0.5
                        by                     chance
                        baselines.random.apgr  0.5""");
    }

    @Test
    void the_json_is_one_line_with_intervals_beside_their_figure() {
        assertThat(FIGURES.json())
                .isEqualTo("{\"share\":0.6667,\"all\":1,\"none\":null,\"apgr\":0.6667,\"apgr_interval\":[0.6,0.7],"
                        + "\"unknown\":0.5,\"unknown_interval\":[null,null],\"by\":\"chance\","
                        + "\"baselines\":{\"random\":{\"apgr\":0.5}}}");
    }
}
