package dev.rolewise.scorecard;

import java.util.List;

/** What came of one measurement of the whole scorecard. */
public sealed interface Part {
    Measurement measurement();

    /**
     * It was run.
     *
     * @param on names of the files that it was measured on
     */
    record Measured(Measurement measurement, List<String> on, FigureTable figures) implements Part {
        public Measured {
            on = List.copyOf(on);
        }
    }

    /** Files were not found. */
    record NoData(Measurement measurement, List<String> missing) implements Part {
        public NoData {
            missing = List.copyOf(missing);
        }

        /** In words. */
        public String text() {
            return "no data found: " + String.join(", ", missing);
        }
    }

    /** It did not come to an end; {@code why} is for people. */
    record Failed(Measurement measurement, String why) implements Part {}
}
