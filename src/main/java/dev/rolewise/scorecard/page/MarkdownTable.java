package dev.rolewise.scorecard.page;

import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Figure.Rival;
import dev.rolewise.scorecard.FigureTable;
import dev.rolewise.scorecard.Part;
import dev.rolewise.scorecard.WholeScorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The most telling figures of all parts as a table in Markdown, such as a README holds. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /** Heading, rows and a line that says what was measured when. */
    public static String of(WholeScorecard scorecard, Edition edition) {
        List<String> lines = new ArrayList<>();
        lines.add("| part | figure | Rolewise (95% interval) | beside it |");
        lines.add("|---|---|---|---|");
        for (Part part : scorecard.parts()) {
            lines.addAll(rows(part));
        }
        lines.add("");
        lines.add(edition.text());
        return String.join("\n", lines);
    }

    private static List<String> rows(Part part) {
        if (part instanceof Part.Measured measured) {
            return Telling.of(measured).stream()
                    .map(figure -> row(
                            part.measurement().title(),
                            figure.label(),
                            FigureTable.withInterval(figure.unit(), figure.value(), figure.interval()),
                            beside(figure)))
                    .toList();
        }
        String why = part instanceof Part.NoData none ? none.text() : "could not be measured";
        return List.of(row(part.measurement().title(), "", why, ""));
    }

    private static String beside(Figure figure) {
        return figure.rivals().stream().map(rival -> text(rival, figure.unit())).collect(Collectors.joining("; "));
    }

    private static String text(Rival rival, Figure.Unit unit) {
        return rival.name() + " " + FigureTable.text(unit, rival.value());
    }

    private static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
