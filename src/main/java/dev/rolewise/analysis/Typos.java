package dev.rolewise.analysis;

import dev.rolewise.knowledge.Aspect;
import dev.rolewise.knowledge.Gap;
import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mends a word that the pack has never seen, where it is a word of the pack with one letter left out, doubled or swapped with its
 * neighbour. A changed letter is left alone, for it makes another word too often ("coach" and "couch"). Thread-safe; takes a
 * microsecond a word.
 */
final class Typos {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}@'’./-])\\p{L}{4,24}(?![\\p{L}\\p{N}@'’/-])");
    private static final int SHORTEST = 5;

    /** Letters of a word from which one may be missing; without one, a shorter word is too often another word. */
    private static final int LONG = 7;

    private final Set<String> known = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    /** Words by themselves with one letter left out; no word where several share the rest. */
    private final Map<String, String> shortened = new HashMap<>();

    Typos(Pack pack) {
        Stream<String> statements =
                pack.passages().stream().flatMap(p -> p.statements().stream()).map(Statement::text);
        Stream<String> aspects = pack.aspects().stream().map(Aspect::words).flatMap(List::stream);
        Stream<String> asked = pack.asked().values().stream().flatMap(List::stream);
        Stream<String> names = pack.roles().stream().flatMap(r -> Stream.of(r.name(), r.plural(), r.field()));
        Stream.of(statements, aspects, asked, names).flatMap(s -> s).forEach(text -> words(text)
                .forEach(words::add));
        Stream<String> intents = pack.intents().stream().map(Intent::examples).flatMap(List::stream);
        Stream<String> gaps = pack.gaps().stream().map(Gap::examples).flatMap(List::stream);
        Stream<String> covered = pack.coverage().covered().stream();
        Stream<String> foreign = pack.coverage().outOfScope().stream();
        Stream.of(intents, gaps, covered, foreign).flatMap(s -> s).forEach(text -> words(text)
                .forEach(known::add));
        known.addAll(words);
        words.removeIf(word -> word.length() < SHORTEST);
        for (String word : words) {
            for (int i = 1; word.length() >= LONG && i + 1 < word.length(); i++) {
                shortened.merge(without(word, i), word, (one, other) -> one.equals(other) ? one : "");
            }
        }
    }

    /** The text with such words mended; the rest letter by letter. */
    String mended(String text) {
        return WORD.matcher(text).replaceAll(m -> mendedWord(m.group()));
    }

    private String mendedWord(String given) {
        String word = given.toLowerCase(Locale.ROOT);
        if (known.contains(word)) {
            return given;
        }
        String longer = shortened.getOrDefault(word, "");
        if (!longer.isEmpty()) {
            return longer;
        }
        for (int i = 1; i < word.length(); i++) {
            String swapped = i + 1 < word.length()
                    ? word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2)
                    : word;
            if (words.contains(swapped)) {
                return swapped;
            }
            boolean doubled = word.charAt(i) == word.charAt(i - 1);
            if (doubled && words.contains(without(word, i))) {
                return without(word, i);
            }
        }
        return given;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(w -> w.length() > 2);
    }

    private static String without(String word, int i) {
        return word.substring(0, i) + word.substring(i + 1);
    }
}
