package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    private static final PictureMaker MAKER = PictureMaker.open().orElseThrow();

    /** Pixels of a picture for one on a phone, where it is 400 wide. */
    private static final double SCALE = Sheet.WIDTH / 400.0;

    /** Lays out a sheet and says how high it is. */
    interface Layout {
        int lay(Sheet sheet);
    }

    static Stream<Named<Layout>> layouts() {
        return Stream.of(
                Named.of("one role", sheet -> TableLayout.lay(sheet, Samples.table(1, 3))),
                Named.of("two roles", sheet -> TableLayout.lay(sheet, Samples.table(2, 8))),
                Named.of("three roles", sheet -> TableLayout.lay(sheet, Samples.table(3, 8))),
                Named.of("four roles", sheet -> TableLayout.lay(sheet, Samples.table(4, 8))),
                Named.of("longest", sheet -> TableLayout.lay(sheet, Samples.longest(3))),
                Named.of("long words", sheet -> TableLayout.lay(sheet, longWords())),
                Named.of("no scales", sheet -> ScaleLayout.lay(sheet, Samples.chart(0))),
                Named.of("ten scales", sheet -> ScaleLayout.lay(sheet, Samples.chart(10))),
                Named.of("longest scales", sheet -> ScaleLayout.lay(sheet, longScales())));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void texts_do_not_overlap(Layout layout) {
        Sheet sheet = MAKER.sheet();
        layout.lay(sheet);

        List<Rectangle2D> boxes =
                sheet.texts().stream().map(Sheet.TextBox::bounds).toList();

        assertThat(boxes).isNotEmpty();
        for (int a = 0; a < boxes.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertThat(boxes.get(a).intersects(boxes.get(b)))
                        .as("%s and %s", sheet.texts().get(a), sheet.texts().get(b))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void texts_stay_within_the_margins(Layout layout) {
        Sheet sheet = MAKER.sheet();
        int height = layout.lay(sheet);
        Rectangle2D room = new Rectangle2D.Double(Sheet.MARGIN, 40, Sheet.INNER + 0.01, height - 80.0);

        assertThat(sheet.texts()).allMatch(text -> room.contains(text.bounds()));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void texts_are_at_least_11_pixels_on_a_phone(Layout layout) {
        Sheet sheet = MAKER.sheet();
        layout.lay(sheet);

        assertThat(sheet.texts()).allMatch(text -> text.style().size() / SCALE >= 11);
        assertThat(sheet.texts())
                .allMatch(text -> text.style().lineHeight() >= text.style().size() * 1.21, "lines do not touch");
    }

    @Test
    void every_text_of_a_table_is_on_the_sheet_but_the_heading_of_the_names() {
        Sheet sheet = MAKER.sheet();
        TableLayout.lay(
                sheet,
                new TablePicture(
                        "Title", "Sub", List.of("Row", "A", "B"), List.of(List.of("Name", "Cell", "")), "Foot"));

        assertThat(sheet.texts())
                .extracting(text -> String.join(" ", text.lines()))
                .containsExactly("Title", "Sub", "A", "B", "Name", "Cell", "–", "Foot");
    }

    @Test
    void every_text_of_a_result_is_on_the_sheet() {
        Sheet sheet = MAKER.sheet();
        ScaleChart.Scale scale = new ScaleChart.Scale(
                "Heights", "Low", "High", 0.5, List.of(new ScaleChart.Point("A", 0), new ScaleChart.Point("B", 1)));
        ScaleLayout.lay(
                sheet, new ScaleChart("Title", "", "Kim", List.of(new ScaleChart.Share("A", 7)), List.of(scale), ""));

        assertThat(sheet.texts())
                .extracting(text -> String.join(" ", text.lines()))
                .containsExactly("Title", "A", "7%", "A", "B", "Kim", "Heights", "Low", "High");
    }

    private static TablePicture longWords() {
        String word = "W".repeat(110);
        return new TablePicture(word, word, List.of("", word, word), List.of(List.of(word, word, word)), word);
    }

    private static ScaleChart longScales() {
        List<ScaleChart.Share> shares = IntStream.range(0, ScaleChart.MAX_ROLES)
                .mapToObj(i -> new ScaleChart.Share(i + "w".repeat(ScaleChart.MAX_LABEL - 1), 20))
                .toList();
        List<ScaleChart.Point> points = shares.stream()
                .map(share -> new ScaleChart.Point(share.label(), 1))
                .toList();
        ScaleChart.Scale scale = new ScaleChart.Scale(
                "l".repeat(60), "w".repeat(ScaleChart.MAX_END), "h".repeat(ScaleChart.MAX_END), 1, points);
        return new ScaleChart("Title", "", shares, List.of(scale, scale), "");
    }
}
