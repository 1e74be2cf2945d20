package dev.rolewise.cascade;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.TermExtractor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a word says: rare words of a pack much, everyday English little. Immutable. */
final class Vocabulary {
    private static final String EVERYDAY = "everyday-words.txt";
    private static final double EVERYDAY_WEIGHT = 0.2;

    private final Map<String, Integer> statements = new HashMap<>();
    private final Set<String> everyday;
    private final int count;

    /** {@code names}: of roles, whose single words say little. */
    Vocabulary(List<Passage> passages, String names, TermExtractor terms) {
        int seen = 0;
        for (Passage passage : passages) {
            for (Statement statement : passage.statements()) {
                new HashSet<>(terms.terms(statement.text())).forEach(t -> statements.merge(t, 1, Integer::sum));
                seen++;
            }
        }
        this.count = seen;
        this.everyday = new HashSet<>(terms.terms(everydayWords()));
        for (String word : names.split("[\\s/-]+")) {
            everyday.addAll(terms.terms(word));
        }
    }

    /** Whether the pack has the word. */
    boolean knows(String term) {
        return statements.containsKey(term);
    }

    /** Whether it says little in any text. */
    boolean isEveryday(String term) {
        return everyday.contains(term) && !term.startsWith("#");
    }

    /** Above 0; highest for words that the pack has never seen and for numbers. */
    double weight(String term) {
        if (isEveryday(term)) {
            return EVERYDAY_WEIGHT;
        }
        int df = statements.getOrDefault(term, 0);
        return Math.log((count + 2.0) / (df + 1.0)) / Math.log(count + 2.0);
    }

    private static String everydayWords() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(EVERYDAY)) {
            if (in == null) {
                throw new IllegalStateException(EVERYDAY + " is missing from the program");
            }
            return String.join(
                    " ",
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
