package dev.rolewise.compare;

import dev.rolewise.command.Attachment;
import dev.rolewise.command.Block;
import java.util.List;
import java.util.Optional;

/** Draws a part of a comparison. Thread-safe. */
@FunctionalInterface
public interface ComparisonPainter {
    /** Where no picture can be drawn or seen: everything is shown as text. */
    ComparisonPainter NONE = (title, table, sources) -> Optional.empty();

    /**
     * A PNG; empty where it cannot be drawn.
     *
     * @param title above the table
     * @param table with markers in its cells
     * @param sources what the markers stand for
     */
    Optional<Attachment> paint(String title, Block.Table table, List<String> sources);
}
