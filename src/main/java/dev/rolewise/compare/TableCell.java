package dev.rolewise.compare;

import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to say of one role in one row, with the places that carry it.
 *
 * @param sides one text; two or more where the sources disagree; none where they do not say
 */
record TableCell(List<Side> sides) {
    /** A text in our words, and the places of the statements that carry it, best first. */
    record Side(String text, List<Place> places) {
        Side {
            places = List.copyOf(places);
        }
    }

    private static final String NOT_COVERED = "not covered";

    TableCell {
        sides = List.copyOf(sides);
    }

    boolean covered() {
        return !sides.isEmpty();
    }

    boolean disagreed() {
        return sides.size() > 1;
    }

    Stream<Place> places() {
        return sides.stream().flatMap(side -> side.places().stream());
    }

    /** In one line: "text", "sources disagree: one / other" or "not covered". */
    String text() {
        return text(Markers.NONE);
    }

    /** The same, each text with the markers of its sources. */
    String text(Markers markers) {
        if (!covered()) {
            return NOT_COVERED;
        }
        List<String> texts = sides.stream().map(markers::marked).toList();
        return disagreed() ? "sources disagree: " + String.join(" / ", texts) : texts.get(0);
    }
}
