package dev.rolewise.compare;

import dev.rolewise.knowledge.Aspect;
import dev.rolewise.knowledge.Pack;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds rows by what a person types: a row's id or name, an aspect's id, name or words, a synonym of one of these, a part
 * of a name, or one of these with a slip of the finger. The first of these kinds that fits anything decides. Immutable.
 */
final class RowFinder {
    private static final int LONGEST = 100;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_SLIP = 4;
    private static final int NEAREST = 3;

    /** A name that leads to rows; {@code title} says whether it is the name of a row or an aspect, not a word for it. */
    private record Entry(String name, boolean title, List<String> rowIds) {}

    private final List<TableRow> rows;
    private final List<Entry> entries;
    private final List<List<String>> synonyms;

    RowFinder(Pack pack, List<TableRow> rows) {
        this.rows = rows;
        this.synonyms = pack.synonyms().stream()
                .map(group -> group.stream().map(RowFinder::plain).toList())
                .toList();
        List<Entry> all = new ArrayList<>();
        rows.forEach(row -> all.add(new Entry(plain(row.name()), true, List.of(row.id()))));
        rows.forEach(row -> all.add(new Entry(plain(row.id()), true, List.of(row.id()))));
        List<Entry> words = new ArrayList<>();
        for (Aspect aspect : pack.aspects()) {
            List<String> ids = rows.stream()
                    .filter(row -> row.row().aspect().equals(aspect.id()))
                    .map(TableRow::id)
                    .toList();
            if (!ids.isEmpty()) {
                all.add(new Entry(plain(aspect.name()), true, ids));
                all.add(new Entry(plain(aspect.id()), true, ids));
                aspect.words().forEach(word -> words.add(new Entry(plain(word), false, ids)));
            }
        }
        all.addAll(words);
        this.entries = List.copyOf(all);
    }

    RowSearch find(String typed) {
        String wanted = plain(typed);
        return Stream.<Optional<Entry>>of(called(wanted), synonym(wanted), part(wanted), slip(wanted))
                .flatMap(Optional::stream)
                .findFirst()
                .<RowSearch>map(entry -> new RowSearch.Match(entry.rowIds()))
                .orElseGet(() -> new RowSearch.Unknown(nearest(wanted)));
    }

    /** Lower case, letters and digits of any script with single spaces between words. */
    static String plain(String text) {
        String cut = text.substring(0, Math.min(LONGEST, text.length()));
        return Normalizer.normalize(cut, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private Optional<Entry> called(String wanted) {
        return first(entry -> entry.name().equals(wanted));
    }

    private Optional<Entry> synonym(String wanted) {
        List<String> same = synonyms.stream()
                .filter(group -> group.contains(wanted))
                .flatMap(List::stream)
                .toList();
        return first(entry -> same.contains(entry.name()));
    }

    /** A whole word or more of a title, or a title among more words. */
    private Optional<Entry> part(String wanted) {
        if (wanted.length() < SHORTEST_PART) {
            return Optional.empty();
        }
        return first(entry -> entry.title() && holds(entry.name(), wanted))
                .or(() -> first(entry -> entry.title() && holds(wanted, entry.name())));
    }

    /** The name that takes the fewest edits, where they are few for its length; a title before a word that takes one less. */
    private Optional<Entry> slip(String wanted) {
        return entries.stream()
                .filter(entry -> entry.name().length() >= SHORTEST_SLIP)
                .filter(entry -> EditDistance.of(wanted, entry.name()) <= mostSlips(entry))
                .min(Comparator.comparingInt(entry -> EditDistance.of(wanted, entry.name()) + (entry.title() ? 0 : 1)));
    }

    private static int mostSlips(Entry entry) {
        int length = entry.name().length();
        return Math.max(1, entry.title() ? (length - 1) / 3 : length / SHORTEST_SLIP);
    }

    private List<String> nearest(String wanted) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> distance(wanted, plain(row.name()))))
                .map(TableRow::name)
                .limit(NEAREST)
                .toList();
    }

    /** To the name or to one of its words, from the whole or from one of its words. */
    private static int distance(String wanted, String name) {
        return parts(wanted)
                .flatMapToInt(one -> parts(name).mapToInt(other -> EditDistance.of(one, other)))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static Stream<String> parts(String text) {
        return Stream.concat(
                Stream.of(text), Stream.of(text.split(" ", -1)).filter(word -> word.length() >= SHORTEST_SLIP));
    }

    private Optional<Entry> first(Predicate<Entry> fits) {
        return entries.stream().filter(fits).findFirst();
    }

    private static boolean holds(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }
}
