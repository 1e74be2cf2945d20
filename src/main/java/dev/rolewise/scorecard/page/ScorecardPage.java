package dev.rolewise.scorecard.page;

import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Figure.Rival;
import dev.rolewise.scorecard.FigureTable;
import dev.rolewise.scorecard.Measurement;
import dev.rolewise.scorecard.Part;
import dev.rolewise.scorecard.WholeScorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole scorecard as one HTML page: charts and tables, no script, nothing from the network, light or dark as the reader's
 * system is.
 */
public final class ScorecardPage {
    private static final String STYLE = style();

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Rolewise scorecard</title>
            <style>
            """;

    private static final String INTRODUCTION = """
            <p>How well the parts of Rolewise do on labelled data, beside what others have published and what simpler ways get on
            the same items. An interval holds 95% of 1,000 bootstrap samples over the items, where a figure is made of items.</p>
            <ul class="key" aria-label="Marks in the charts">
            <li><svg class="ours" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5.5"/></svg>Rolewise</li>
            <li><svg class="baseline" viewBox="0 0 12 12" aria-hidden="true"><rect x="1" y="1" width="10" height="10"/></svg>\
            a simpler way, on the same items</li>
            <li><svg class="published" viewBox="0 0 12 12" aria-hidden="true"><rect x="2" y="2" width="8" height="8" \
            transform="rotate(45 6 6)"/></svg>published, mostly on a like set</li>
            </ul>
            """;

    private final StringBuilder html = new StringBuilder();

    private ScorecardPage() {}

    /** The page as text, to be written as UTF-8. */
    public static String of(WholeScorecard scorecard, Edition edition) {
        ScorecardPage page = new ScorecardPage();
        page.write(scorecard, edition);
        return page.html.toString();
    }

    private void write(WholeScorecard scorecard, Edition edition) {
        html.append(HEAD).append(STYLE).append("</style>\n</head>\n<body>\n<main>\n<h1>Rolewise scorecard</h1>\n");
        add("<p class=\"quiet\">%s</p>\n", edition.text());
        html.append(INTRODUCTION);
        html.append("<nav aria-label=\"Parts\"><ul>\n");
        for (Part part : scorecard.parts()) {
            add(
                    "<li><a href=\"#%s\">%s</a></li>\n",
                    part.measurement().id(), part.measurement().title());
        }
        html.append("</ul></nav>\n");
        scorecard.parts().forEach(this::section);
        html.append("</main>\n</body>\n</html>\n");
    }

    private void section(Part part) {
        Measurement measurement = part.measurement();
        add("<section id=\"%s\" aria-labelledby=\"%s-h\">\n", measurement.id(), measurement.id());
        add("<h2 id=\"%s-h\">%s</h2>\n<p>%s</p>\n", measurement.id(), measurement.title(), measurement.about());
        if (part instanceof Part.Measured measured) {
            figures(measured);
        } else if (part instanceof Part.NoData none) {
            add("<p><strong>%s</strong></p>\n", none.text());
        } else if (part instanceof Part.Failed failed) {
            add("<p><strong>could not be measured: %s</strong></p>\n", failed.why());
        }
        html.append("</section>\n");
    }

    private void figures(Part.Measured part) {
        String id = part.measurement().id();
        for (Figure figure : Telling.of(part)) {
            if (!figure.rivals().isEmpty() && !Double.isNaN(figure.value())) {
                add("<figure>\n<figcaption>%s</figcaption>\n", figure.label());
                html.append(Chart.svg(figure, id + "-" + figure.name())).append("\n</figure>\n");
            }
        }
        add(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures: %s\">\n<table>\n",
                part.measurement().title());
        if (!part.on().isEmpty()) {
            add("<caption>Measured on %s</caption>\n", String.join(", ", part.on()));
        }
        html.append("<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">Value</th>"
                + "<th scope=\"col\">95% interval</th></tr></thead>\n<tbody>\n");
        for (Figure figure : part.figures().all()) {
            row("", figure.label(), "", FigureTable.text(figure.unit(), figure.value()), interval(figure));
            for (Rival rival : figure.rivals()) {
                row(
                        "rival",
                        rival.name(),
                        rival.source(),
                        FigureTable.text(figure.unit(), rival.value()),
                        rival.interval().map(i -> FigureTable.text(figure.unit(), i)));
            }
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private static Optional<String> interval(Figure figure) {
        return figure.interval().map(i -> FigureTable.text(figure.unit(), i));
    }

    private void row(String kind, String name, String source, String value, Optional<String> interval) {
        html.append(kind.isEmpty() ? "<tr>" : "<tr class=\"" + kind + "\">");
        add("<th scope=\"row\">%s", name);
        if (!source.isEmpty()) {
            add("<small>%s</small>", source);
        }
        add("</th><td class=\"number\">%s</td><td class=\"number\">%s</td></tr>\n", value, interval.orElse(""));
    }

    /** Puts texts into a pattern of HTML, escaped. */
    private void add(String pattern, String... texts) {
        Object[] escaped = List.of(texts).stream().map(Html::escape).toArray();
        html.append(String.format(Locale.ROOT, pattern, escaped));
    }

    private static String style() {
        try (InputStream in = ScorecardPage.class.getResourceAsStream("page.css")) {
            return new String(
                    Objects.requireNonNull(in, "the style is packed beside the class")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
