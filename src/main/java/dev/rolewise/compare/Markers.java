package dev.rolewise.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers in square brackets for sources, or for headings of sources, in the order of their first use. Immutable. */
final class Markers {
    /** Marks nothing. */
    static final Markers NONE = new Markers(Stream.empty(), Place::section);

    private final Function<Place, String> key;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Place> firsts = new LinkedHashMap<>();

    private Markers(Stream<Place> places, Function<Place, String> key) {
        this.key = key;
        places.forEach(place -> {
            int next = numbers.size() + 1;
            if (numbers.putIfAbsent(key.apply(place), next) == null) {
                firsts.put(next, place);
            }
        });
    }

    /** One number for each source that carries something in these rows. */
    static Markers ofSources(List<TableRow> rows) {
        return new Markers(
                rows.stream().flatMap(TableRow::places), place -> place.source().id());
    }

    /** One number for each heading under which something stands that carries these rows. */
    static Markers ofHeadings(List<TableRow> rows) {
        return new Markers(rows.stream().flatMap(TableRow::places), Place::section);
    }

    /** "text [1] [3]". */
    String marked(TableCell.Side side) {
        return Stream.concat(
                        Stream.of(side.text()),
                        side.places().stream()
                                .map(key)
                                .map(numbers::get)
                                .filter(Objects::nonNull)
                                .distinct()
                                .sorted()
                                .map(number -> "[" + number + "]"))
                .collect(Collectors.joining(" "));
    }

    /** "[1] our note on “Title” · Heading". */
    String origin(Place place) {
        return "[" + numbers.get(key.apply(place)) + "] " + place.origin();
    }

    /** "[1] Title" for each source that carries something in these rows, by number. */
    List<String> titles(List<TableRow> rows) {
        List<String> used =
                rows.stream().flatMap(TableRow::places).map(key).distinct().toList();
        return firsts.entrySet().stream()
                .filter(first -> used.contains(key.apply(first.getValue())))
                .map(first ->
                        "[" + first.getKey() + "] " + first.getValue().source().title())
                .toList();
    }
}
