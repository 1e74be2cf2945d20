package dev.rolewise.knowledge;

import java.util.List;

/** One cell of a comparison: what there is to say of one role in one row. */
public sealed interface Cell {
    /**
     * A short text in our words, with the statements that carry it.
     *
     * @param text at most {@link Comparison#MAX_CELL} characters, without a full stop at its end
     * @param statements keys of the statements, best first, at least one
     */
    record Stated(String text, List<String> statements) implements Cell {
        public Stated {
            statements = List.copyOf(statements);
        }
    }

    /** The sources disagree: each side, two or more. */
    record Disagreed(List<Stated> sides) implements Cell {
        public Disagreed {
            sides = List.copyOf(sides);
        }
    }

    /** The sources do not say. */
    record NotCovered() implements Cell {}
}
