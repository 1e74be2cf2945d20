package dev.rolewise.scorecard.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.learning.Interval;
import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Figure.Rival;
import dev.rolewise.scorecard.Figure.Unit;
import dev.rolewise.scorecard.FigureTable;
import dev.rolewise.scorecard.Part;
import dev.rolewise.scorecard.WholeScorecard;
import dev.rolewise.testing.FakeMeasurement;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ScorecardPageTest {
    private static final Edition EDITION = new Edition(LocalDate.of(2026, 11, 21), "0.1.0", "17.0.15", "bge", 2);

    private static final Figure SHARE = Figure.share("ndcg", "nDCG <10> & \"more\"", new Interval(0.75, 0.7, 0.8))
            .beside(
                    Rival.baseline("words | alone", new Interval(0.65, 0.6, 0.7)),
                    Rival.published("<script>alert('x')</script>", 0.713, "a paper & more"));

    private static final WholeScorecard SCORECARD = new WholeScorecard(List.of(
            measured("search", SHARE, Figure.of("ms", "Time", Unit.MILLISECONDS, 12.3)),
            new Part.NoData(FakeMeasurement.of("routing"), List.of("mmlu-half.jsonl")),
            new Part.Failed(FakeMeasurement.of("cache"), "out of <luck>")));

    private static Part measured(String id, Figure... figures) {
        return new Part.Measured(FakeMeasurement.of(id), List.of("queries.jsonl"), new FigureTable(List.of(figures)));
    }

    private final String page = ScorecardPage.of(SCORECARD, EDITION);

    @Test
    void every_text_is_escaped() {
        assertThat(page)
                .doesNotContain("<script", "<10>", "About <")
                .contains(
                        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "out of &lt;luck&gt;", "a paper &amp; more");
    }

    @Test
    void nothing_is_fetched_and_nothing_runs() {
        assertThat(page).doesNotContain("http:", "https:", "src=", "url(", "@import", "onload");
        assertThat(page).contains("default-src 'none'", "width=device-width", "prefers-color-scheme: dark");
    }

    @Test
    void it_says_when_on_what_and_with_which_versions_it_was_measured() {
        assertThat(page).contains("2026-11-21 · Rolewise 0.1.0 · Java 17.0.15 · bge · 2 cores", "queries.jsonl");
    }

    @Test
    void a_part_without_data_says_so() {
        assertThat(page).contains("no data found: mmlu-half.jsonl", "could not be measured: out of");
    }

    @Test
    void figures_stand_with_their_intervals_and_rivals_with_their_sources() {
        assertThat(page).contains("0.750", "0.700 to 0.800", "0.713", "measured here on the same items", "12.30 ms");
    }

    @Test
    void a_chart_can_be_heard_and_has_a_mark_for_each_within_its_frame() throws Exception {
        String svg = Chart.svg(SHARE, "c");

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains("role=\"img\"", "aria-labelledby=\"c-t c-d\"", "Rolewise 0.750 (0.700 to 0.800);")
                .containsOnlyOnce("<circle");
        Pattern.compile(" x1?2?=\"([^\"]+)\"").matcher(svg).results().forEach(x -> assertThat(
                        Double.parseDouble(x.group(1)))
                .isBetween(0.0, 360.0));
    }

    @Test
    void a_better_figure_is_farther_to_the_right() {
        String svg = Chart.svg(SHARE, "c");

        assertThat(number(svg, "<circle cx=\"([^\"]+)\""))
                .isGreaterThan(number(svg, "<g class=\"baseline\">.*?<rect x=\"([^\"]+)\""));
    }

    @Test
    void equal_values_still_make_a_scale() {
        Figure flat = Figure.of("n", "N", Unit.COUNT, 0).beside(Rival.published("other", 0, "there"));

        assertThat(Chart.svg(flat, "c")).doesNotContain("NaN", "Infinity");
    }

    @Test
    void the_markdown_table_has_a_row_for_each_telling_figure_and_for_what_is_missing() {
        assertThat(MarkdownTable.of(SCORECARD, EDITION).lines())
                .containsExactly(
                        "| part | figure | Rolewise (95% interval) | beside it |",
                        "|---|---|---|---|",
                        "| Search | nDCG <10> & \"more\" | 0.750 (0.700 to 0.800) | words \\| alone 0.650;"
                                + " <script>alert('x')</script> 0.713 |",
                        "| Routing |  | no data found: mmlu-half.jsonl |  |",
                        "| Cache |  | could not be measured |  |",
                        "",
                        "2026-11-21 · Rolewise 0.1.0 · Java 17.0.15 · bge · 2 cores");
    }

    private static double number(String svg, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(svg);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
