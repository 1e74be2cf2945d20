package dev.rolewise.compare;

import java.util.List;

/** What was found for a name that a person typed. */
public sealed interface RowSearch {
    /** These rows, by their ids, at least one. */
    record Match(List<String> rowIds) implements RowSearch {
        public Match {
            rowIds = List.copyOf(rowIds);
        }
    }

    /** No row; the names of those that are nearest, best first. */
    record Unknown(List<String> nearest) implements RowSearch {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }
}
