package dev.rolewise.fit;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Citation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the places that a result cites, in the order in which it cites them. Used for one result, by one thread. */
final class Footnotes {
    private final Map<String, Place> places;
    private final List<List<Object>> numbered = new ArrayList<>();

    /** Where a statement stands. */
    private record Place(Source source, Passage passage, Statement statement) {}

    private Footnotes(Map<String, Place> places) {
        this.places = places;
    }

    /** Makes footnotes for one result after the other. Immutable. */
    static final class Maker {
        private final Map<String, Place> places = new HashMap<>();

        Maker(Pack pack) {
            for (Source source : pack.sources()) {
                for (Passage passage : source.passages()) {
                    passage.statements().forEach(s -> places.put(s.key(), new Place(source, passage, s)));
                }
            }
        }

        Footnotes fresh() {
            return new Footnotes(places);
        }
    }

    /** Citations of the statements with those keys. Throws {@link IllegalArgumentException} for an unknown key. */
    List<Citation> cite(List<String> keys) {
        return keys.stream().map(this::cite).toList();
    }

    private Citation cite(String key) {
        Place place = places.get(key);
        if (place == null) {
            throw new IllegalArgumentException("no statement has the key " + key);
        }
        List<Object> spot = List.of(place.source().id(), place.passage().heading());
        if (!numbered.contains(spot)) {
            numbered.add(spot);
        }
        return new Citation(
                numbered.indexOf(spot) + 1,
                place.source().id(),
                place.source().title(),
                place.passage().heading(),
                place.statement().text(),
                key,
                place.source().note());
    }
}
