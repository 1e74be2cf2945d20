package dev.rolewise.scorecard.page;

import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Part;
import java.util.List;
import java.util.stream.Stream;

/** Which figures of a part are told first: the first one, and those that stand beside something. */
final class Telling {
    private Telling() {}

    static List<Figure> of(Part.Measured part) {
        List<Figure> all = part.figures().all();
        return Stream.concat(
                        all.stream().limit(1),
                        all.stream().skip(1).filter(figure -> !figure.rivals().isEmpty()))
                .toList();
    }
}
