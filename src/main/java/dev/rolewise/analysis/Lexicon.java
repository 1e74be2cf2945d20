package dev.rolewise.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What common English words and phrases say. Immutable; read once from {@code words.txt}, which explains itself. Pack words
 * have no place in it.
 */
final class Lexicon {
    /** What part a phrase plays; the name in lower case is its section in the file. */
    enum Role {
        FILLER,
        KIND,
        FREE,
        DEGREE,
        TIME,
        AUDIENCE,
        THING,
        VERB,
        DOER,
        MARK,
        ALL
    }

    /** What a phrase says. */
    record Entry(String concept, Role role) {}

    /** A phrase that was found, and how many words it has. */
    record Found(Entry entry, int words) {}

    /** Where all of {@code left} stand, {@code right} says the same. */
    record Rule(Set<String> left, Set<String> right) {}

    private static final String FILE = "words.txt";
    private static final String RULES = "rules";
    private static final String CHAT = "chat";
    private static final String SPELT = "spelt";
    private static final Map<String, String> COMPARED = Map.of("er", "more", "est", "most");

    private final Map<String, Entry> phrases = new HashMap<>();
    private final Set<String> chat = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();
    private int longest = 1;

    private static final class Holder {
        static final Lexicon ENGLISH = read();
    }

    private Lexicon() {}

    static Lexicon english() {
        return Holder.ENGLISH;
    }

    /** The longest phrase that begins at that word, by stems. */
    Optional<Found> at(List<String> stems, int start) {
        int most = Math.min(longest, stems.size() - start);
        for (int words = most; words > 0; words--) {
            Entry entry = phrases.get(String.join(" ", stems.subList(start, start + words)));
            if (entry != null) {
                return Optional.of(new Found(entry, words));
            }
        }
        return Optional.empty();
    }

    /** The concept of a word's base and "more" or "most", where it is a comparative or superlative of a known word. */
    Optional<List<Entry>> compared(String word) {
        for (Map.Entry<String, String> ending : COMPARED.entrySet()) {
            if (!word.endsWith(ending.getKey())
                    || word.length() < ending.getKey().length() + 3) {
                continue;
            }
            String base = word.substring(0, word.length() - ending.getKey().length());
            for (String form :
                    List.of(base, base + "e", base.replaceFirst("i$", "y"), base.replaceFirst("(.)\\1$", "$1"))) {
                Entry entry = phrases.get(WordForms.stem(form));
                if (entry != null && entry.role() == Role.DEGREE) {
                    return Optional.of(List.of(entry, new Entry(ending.getValue(), Role.FREE)));
                }
            }
        }
        return Optional.empty();
    }

    /** How many words of talk around a question begin there; 0 where none do. */
    int chatAt(List<String> stems, int start, int end) {
        for (int words = Math.min(longest, end - start); words > 0; words--) {
            if (chat.contains(String.join(" ", stems.subList(start, start + words)))) {
                return words;
            }
        }
        return 0;
    }

    /** Whether a word alone is known, and for more than a filler. */
    boolean isTelling(String word) {
        Entry entry = phrases.get(WordForms.stem(word));
        return entry != null && entry.role() != Role.FILLER && !entry.concept().equals("job");
    }

    /** Every word of the file, as it is written there. */
    Set<String> words() {
        return words;
    }

    /** In the order of the file. */
    List<Rule> rules() {
        return rules;
    }

    private static Lexicon read() {
        Lexicon lexicon = new Lexicon();
        InputStream file = Lexicon.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException(FILE + " is missing from the program");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    lexicon.add(section, line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lexicon;
    }

    private void add(String section, String line) {
        if (section.equals(RULES)) {
            String[] sides = line.split("\\s*->\\s*");
            rules.add(new Rule(concepts(sides[0]), concepts(sides[1])));
            return;
        }
        if (section.equals(CHAT)) {
            for (String phrase : line.split(",")) {
                longest = Math.max(longest, keep(chat, phrase));
            }
            return;
        }
        if (section.equals(SPELT)) {
            words.addAll(List.of(line.split(",\\s*")));
            return;
        }
        Role role = Role.valueOf(section.toUpperCase(Locale.ROOT));
        int named = role == Role.FILLER ? -1 : line.indexOf('=');
        String concept = named < 0 ? "" : line.substring(0, named).strip().replace(' ', '-');
        for (String phrase : line.substring(named + 1).split(",")) {
            Set<String> stemmed = new HashSet<>();
            longest = Math.max(longest, keep(stemmed, phrase));
            stemmed.forEach(stems -> phrases.putIfAbsent(stems, new Entry(concept, role)));
        }
    }

    /** Adds the stems of a phrase, and its words to what is known; gives their number. */
    private int keep(Set<String> stemmed, String phrase) {
        List<String> typed = List.of(phrase.strip().split("[\\s-]+"));
        words.addAll(typed);
        stemmed.add(typed.stream().map(WordForms::stem).collect(Collectors.joining(" ")));
        return typed.size();
    }

    private static Set<String> concepts(String side) {
        return Arrays.stream(side.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
