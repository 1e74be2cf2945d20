package dev.rolewise.scorecard.page;

import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Part;
import java.util.List;

/** Which figures of a part are told first: the first one, and those that stand beside something. */
final class Telling {
    private Telling() {}

    static List<Figure> of(Part.Measured part) {
        List<Figure> all = part.figures().all();
        return all.stream()
                .filter(figure -> figure.equals(all.get(0)) || !figure.rivals().isEmpty())
                .toList();
    }
}
