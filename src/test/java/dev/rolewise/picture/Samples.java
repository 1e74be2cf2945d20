package dev.rolewise.picture;

import java.util.ArrayList;
import java.util.List;

/** Made-up tables and results about gardeners: short, usual, and as long as a pack may be. */
final class Samples {
    private static final String LONGEST =
            "Knows which mushrooms, insects and cracks make a branch fall, and explains it to the owner before any saw";

    private Samples() {}

    static TablePicture table(int roles, int rows) {
        List<String> cells = List.of(
                LONGEST + " runs",
                "Ropes, saws and a helmet",
                "Plans beds, paths and ponds, chooses plants that like the place, and looks after them for years",
                "Not covered",
                "Sources disagree: three years of training · a weekend course and a good teacher",
                "Mostly outdoors, in any weather");
        List<String> names =
                List.of("Primary objective", "Tools", "Typical examples", "Maths", "Questions they ask", "Hiring sign");
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> line = new ArrayList<>();
            line.add(names.get(row % names.size()));
            for (int role = 0; role < roles; role++) {
                line.add(cells.get((row + role * 2) % cells.size()));
            }
            table.add(line);
        }
        List<String> columns = List.of("", "Tree surgeon", "Landscape gardener", "Florist", "Forester");
        return new TablePicture(
                "Who looks after what?",
                "Gardening careers, side by side · 1 of 2",
                columns.subList(0, roles + 1),
                table,
                "From 12 sources; ask /compare with an aspect to read the quotes.");
    }

    /** Every text as long as the comparison of a pack allows. */
    static TablePicture longest(int roles) {
        List<String> columns = new ArrayList<>(List.of(""));
        List<String> row = new ArrayList<>(List.of("Wwwwwwwwwwwww Mmmmmmmmmmm"));
        for (int role = 0; role < roles; role++) {
            columns.add("Landscape and garden builder " + role);
            row.add((LONGEST + " starts now").substring(0, 110));
        }
        return new TablePicture(
                "A title that needs more than one line since someone could not stop",
                "A subtitle that needs more than one line since someone could not stop writing it",
                columns,
                java.util.Collections.nCopies(TablePicture.MAX_ROWS, row),
                LONGEST + ". " + LONGEST);
    }

    static ScaleChart chart(int scales) {
        List<ScaleChart.Scale> all = List.of(
                scale("Heights", "Feet on the ground", "The top of an oak", 0.8, 0.95, 0.1),
                scale("Drawing", "Never", "Every day", 0.35, 0.2, 0.8),
                scale("Noise", "A rake", "A chainsaw at seven in the morning, in earmuffs, every day", 0.55, 0.9, 0.3),
                scale("Weather", "Sunshine", "Any", 1, 1, 1),
                scale("Plants", "Trees", "Flowers", 0, 0, 0.62),
                scale("Patience", "A day", "Ten years", 0.5, 0.48, 0.52),
                scale("People", "Alone", "With customers", 0.67, 0.4, 0.6),
                scale("Machines", "By hand", "Digger", 0.2, 0.25, 0.7),
                scale("Biology", "The basics are enough", "Fungi, insects and wood", 0.9, 0.85, 0.5),
                scale("Training", "A season", "Years", 0.75, 0.7, 0.45));
        return new ScaleChart(
                "Tree surgeon, clearly",
                "Your answers to 10 questions",
                List.of(new ScaleChart.Share("Tree surgeon", 68), new ScaleChart.Share("Landscape gardener", 32)),
                all.subList(0, scales),
                "The questions, options and weights are ours; the reasons are from the sources.");
    }

    private static ScaleChart.Scale scale(
            String label, String low, String high, double member, double first, double second) {
        return new ScaleChart.Scale(
                label,
                low,
                high,
                member,
                List.of(
                        new ScaleChart.Point("Tree surgeon", first),
                        new ScaleChart.Point("Landscape gardener", second)));
    }
}
