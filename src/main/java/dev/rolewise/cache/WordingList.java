package dev.rolewise.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyday words and phrases and what they say, read once from {@code wording.txt}, which explains itself. Immutable. */
final class WordingList {
    /** Says nothing. */
    static final String LIGHT = "";

    private static final String FILE = "wording.txt";
    private static final int MENDED = 6;
    /** So many kinds, from the first, are of days, numbers and colours. */
    private static final int CHOICES = 7;

    /** Replaces what a pattern finds in a text. */
    record Rewrite(Pattern pattern, String by) {}

    /** Where all of {@code left} stand, {@code right} says the same. */
    record Rule(Set<String> left, Set<String> right) {}

    /** A phrase that was found, and how many words it has. */
    record Found(String concept, int words) {}

    private final Map<String, String> spelled = new HashMap<>();
    private final Set<String> talk = new HashSet<>();
    private final List<Rewrite> rewrites = new ArrayList<>();
    private final Map<String, String> phrases = new HashMap<>();
    private final Set<String> persons = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> past = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Set<String>> kinds = new ArrayList<>();
    private final Set<String> weighty = new HashSet<>();
    private final Set<String> deeds = new HashSet<>();
    private final Set<String> apart = new HashSet<>();
    private final Set<String> serves = new HashSet<>();
    /** Long words of the list with one letter left out, by which they are mended; none where two share it. */
    private final Map<String, String> shortened = new LinkedHashMap<>();

    private final Set<String> known = new HashSet<>();
    private int longest = 1;

    private static final class Holder {
        static final WordingList ENGLISH = new WordingList();
    }

    private WordingList() {
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                read(section, line);
            }
        }
        known.stream().filter(word -> word.length() >= MENDED).sorted().forEach(word -> {
            for (int i = 1; i < word.length() - 1; i++) {
                shortened.merge(
                        word.substring(0, i) + word.substring(i + 1), word, (one, two) -> one.equals(two) ? one : "");
            }
        });
    }

    static WordingList english() {
        return Holder.ENGLISH;
    }

    private static List<String> lines() {
        try (InputStream file = WordingList.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String section, String line) {
        switch (section) {
            case "spelled" -> {
                String[] sides = line.split(" = ", 2);
                split(sides[0]).forEach(word -> spelled.put(word, sides[1].strip()));
            }
            case "talk" -> split(line).map(this::stems).forEach(talk::add);
            case "rewrites" -> {
                String[] sides = line.split(" =>", 2);
                rewrites.add(new Rewrite(Pattern.compile(sides[0]), sides[1] + " "));
            }
            case "light" -> split(line).forEach(phrase -> phrase(phrase, LIGHT));
            case "asks", "same" -> {
                String[] sides = line.split(" = ", 2);
                split(sides[1]).forEach(phrase -> phrase(phrase, sides[0]));
            }
            case "persons" -> split(line).forEach(persons::add);
            case "attributes" -> split(line).map(word -> Endings.cut(word)).forEach(attributes::add);
            case "past" -> split(line).forEach(past::add);
            case "rules" -> {
                String[] sides = line.split(" -> ", 2);
                rules.add(new Rule(concepts(sides[0]), concepts(sides[1])));
            }
            case "kinds" ->
                kinds.add(split(line)
                        .map(word -> phrases.containsValue(word) ? word : stem(word))
                        .collect(Collectors.toSet()));
            case "weighty" ->
                split(line)
                        .map(word -> phrases.containsValue(word) ? word : stem(word))
                        .forEach(weighty::add);
            case "deeds" -> split(line).forEach(deeds::add);
            case "apart" -> split(line).forEach(apart::add);
            case "serves" -> serves.add(line.strip());
            default -> throw new IllegalStateException(FILE + " has no section [" + section + "]");
        }
    }

    private static Stream<String> split(String line) {
        return Arrays.stream(line.split(",")).map(String::strip).filter(phrase -> !phrase.isEmpty());
    }

    /** An earlier line wins: what a phrase says is said once. */
    private void phrase(String phrase, String concept) {
        String key = stems(phrase);
        phrases.putIfAbsent(key, concept.replace(' ', '-'));
        longest = Math.max(longest, key.split(" ").length);
        known.addAll(List.of(phrase.split(" ")));
    }

    /** Those of a rule; a word that is no concept says itself. */
    private Set<String> concepts(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> phrases.containsValue(word) || word.startsWith("?") ? word : stem(word))
                .collect(Collectors.toSet());
    }

    private String stems(String phrase) {
        return Arrays.stream(phrase.split(" ")).map(this::stem).collect(Collectors.joining(" "));
    }

    /** A word as it is written in full; the same word where there is nothing to write out. */
    String spelled(String word) {
        String full = spelled.get(word);
        if (full != null || known.contains(word) || word.length() < MENDED - 1) {
            return full == null ? word : full;
        }
        String longer = shortened.getOrDefault(word, "");
        return longer.isEmpty() || known.contains(Endings.cut(word)) ? word : longer;
    }

    String stem(String word) {
        return Endings.cut(spelled.getOrDefault(word, word));
    }

    /** The longest phrase that begins at that word. */
    Optional<Found> at(List<String> stems, int start) {
        for (int words = Math.min(longest, stems.size() - start); words > 0; words--) {
            String concept = phrases.get(String.join(" ", stems.subList(start, start + words)));
            if (concept != null) {
                return Optional.of(new Found(concept, words));
            }
        }
        return Optional.empty();
    }

    boolean isTalk(List<String> stems) {
        return talk.contains(String.join(" ", stems));
    }

    boolean isPerson(String concept) {
        return persons.contains(concept);
    }

    boolean isAttribute(String concept) {
        return attributes.contains(concept);
    }

    /** Whether that form of a verb tells of what is over. */
    boolean isPast(String word) {
        return past.contains(word);
    }

    List<Rewrite> rewrites() {
        return rewrites;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Whether questions that ask so may be one after all. */
    boolean mayAsk(String way, String other) {
        return serves(way, other) || serves(other, way) || !apart.contains(way) || !apart.contains(other);
    }

    /** Whether no question that has it is one with a question that has not. */
    boolean isWeighty(String concept) {
        return weighty.contains(concept);
    }

    /** Whether "allowed" and "needed" may leave it out. */
    boolean isDeed(String concept) {
        return deeds.contains(concept);
    }

    /** Whether it only says which of several: a day, a number, the next. */
    boolean isChoice(String word) {
        return attributes.contains(word) || kinds.stream().limit(CHOICES).anyMatch(kind -> kind.contains(word));
    }

    /** Whether the two are different things of one kind, such as days. */
    boolean areOfOneKind(String word, String other) {
        return kinds.stream().anyMatch(kind -> kind.contains(word) && kind.contains(other));
    }

    /** Whether the answer to a question that asks so is one to a question that asks the other way. */
    boolean serves(String kept, String asked) {
        return kept.equals(asked) || serves.contains(kept + " " + asked);
    }
}
