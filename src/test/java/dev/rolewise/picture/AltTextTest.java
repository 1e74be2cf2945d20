package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AltTextTest {
    @Test
    void a_short_text_stays() {
        assertThat(AltText.cut("Two roles. One table.")).isEqualTo("Two roles. One table.");
        assertThat(AltText.cut("x".repeat(AltText.MAX))).hasSize(AltText.MAX);
    }

    @Test
    void a_long_text_ends_with_a_sentence() {
        assertThat(AltText.cut("Twelve characters. ".repeat(100)))
                .hasSizeBetween(AltText.MAX - 20, AltText.MAX)
                .endsWith("characters.");
    }

    @Test
    void a_long_sentence_ends_with_a_word() {
        assertThat(AltText.cut("word ".repeat(300)))
                .hasSizeLessThanOrEqualTo(AltText.MAX)
                .endsWith("word…");
    }

    @Test
    void a_long_word_is_cut_but_never_through_a_character() {
        String cut = AltText.cut("a" + "🚀".repeat(600));

        assertThat(cut).hasSizeLessThanOrEqualTo(AltText.MAX).endsWith("🚀…");
    }

    @Test
    void a_table_is_told_row_by_row() {
        TablePicture table = new TablePicture(
                "Who does what?",
                "",
                List.of("", "Florist", "Forester"),
                List.of(List.of("Tools", "Scissors", "")),
                "");

        assertThat(AltText.of(table)).isEqualTo("Table: Who does what? Tools – Florist: Scissors; Forester: nothing.");
    }

    @Test
    void rows_without_room_are_counted() {
        String alt = AltText.of(Samples.longest(3));

        assertThat(alt)
                .hasSizeLessThanOrEqualTo(AltText.MAX)
                .endsWith("And 7 more rows: the text version has them all.");
    }

    @Test
    void a_result_is_told_with_its_places() {
        ScaleChart.Scale scale = new ScaleChart.Scale(
                "Heights", "the ground", "an oak", 0.8, List.of(new ScaleChart.Point("Florist", 0.1)));
        ScaleChart chart = new ScaleChart(
                "Florist, clearly", "", List.of(new ScaleChart.Share("Florist", 68)), List.of(scale), "");

        assertThat(AltText.of(chart))
                .isEqualTo("Florist, clearly. Florist 68%. Places from 0 to 100."
                        + " Heights (0 the ground, 100 an oak): You 80, Florist 10.");
    }

    @Test
    void a_result_without_room_for_its_ends_is_told_to_its_last_scale() {
        ScaleChart chart = Samples.chart(10);
        ScaleChart longer = new ScaleChart(
                chart.title() + ", and here is why that is", "", chart.shares(), chart.scales(), chart.footer());

        assertThat(AltText.of(longer))
                .hasSizeLessThanOrEqualTo(AltText.MAX)
                .endsWith("Training: You 75, Tree surgeon 70, Landscape gardener 45.");
    }
}
