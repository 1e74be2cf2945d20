package dev.rolewise.compare;

import dev.rolewise.knowledge.Cell;
import dev.rolewise.knowledge.Comparison;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.testing.Packs;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Comparisons of tree surgeons and landscape gardeners. */
final class Tables {
    static final Comparison.Row TOOLS = row(
            "tools",
            "Tools",
            "tools",
            said("Harness, ropes and a chainsaw", "Tree surgeons work with a climbing"),
            said("Spades, a mini digger and a stone saw", "Landscape gardeners work with spades"));
    static final Comparison.Row PAY = row(
            "pay",
            "Pay",
            "pay-and-demand",
            new Cell.Disagreed(List.of(
                    said("More than gardeners", "Experienced tree surgeons earn"),
                    said("Can be less than gardeners", "Self-employed landscape"))),
            new Cell.NotCovered());
    static final Comparison.Row SEASONS = row(
            "seasons",
            "Seasons",
            "daily-work",
            said("Busiest after storms", "Tree surgeons are busiest", "Tree surgeons find work in every"),
            said("=Spring to \"autumn\"", "Landscape gardeners build from"));
    static final Comparison.Row DAY = row(
            "working-day",
            "A working day",
            "daily-work",
            said("On ropes in the crown", "Tree surgeons spend most"),
            said("Levelling, laying and planting", "Landscape gardeners spend the day"));

    private Tables() {}

    /** The four rows. */
    static ComparisonTable four() {
        return table(List.of(TOOLS, PAY, SEASONS, DAY));
    }

    /** The four, and as many as it takes to have {@code count}. */
    static ComparisonTable of(int count) {
        Stream<Comparison.Row> more = IntStream.range(4, count)
                .mapToObj(i -> row(
                        "row-" + i, "Row number " + i, "safety", TOOLS.cells().get(0), new Cell.NotCovered()));
        return table(Stream.concat(Stream.of(TOOLS, PAY, SEASONS, DAY), more).toList());
    }

    static ComparisonTable table(List<Comparison.Row> rows) {
        return ComparisonTable.of(Packs.comparing(Packs.gardeners(), new Comparison(rows)))
                .orElseThrow();
    }

    static Comparison.Row row(String id, String name, String aspect, Cell surgeon, Cell gardener) {
        return new Comparison.Row(id, name, aspect, List.of(surgeon, gardener));
    }

    /** A text carried by the statements that begin so. */
    static Cell.Stated said(String text, String... statements) {
        return new Cell.Stated(text, Stream.of(statements).map(Tables::key).toList());
    }

    private static String key(String beginning) {
        Pack pack = Packs.gardeners();
        return pack.passages().stream()
                .flatMap(passage -> passage.statements().stream())
                .filter(statement -> statement.text().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .key();
    }
}
