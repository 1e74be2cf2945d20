package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The single sentences and clauses of a long message. One vector for a whole story says little of what it holds. Thread-safe;
 * takes about as long as one embedding for each of them, once for each profile.
 */
final class Angles {
    /** Words; a shorter message is one thought. */
    private static final int LONG = 14;

    private static final int LONG_SENTENCE = 12;
    private static final int LEAST_WORDS = 3;
    private static final int MOST = 8;
    private static final int REMEMBERED = 64;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!;:])\\s+|\\n+|\\s[-–—]\\s");
    private static final Pattern CLAUSE_END = Pattern.compile(",\\s+|\\s+(?=(?:but|because|and|so)\\b)");

    private final Embedder embedder;
    private final Cache<QuestionProfile, List<Embedding>> known =
            Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).build();

    Angles(Embedder embedder) {
        this.embedder = embedder;
    }

    /** The vectors of its clauses; none where it is short. */
    List<Embedding> of(QuestionProfile profile) {
        return known.get(
                profile,
                asked -> clauses(asked.text()).stream().map(embedder::question).toList());
    }

    static List<String> clauses(String text) {
        if (words(text) < LONG) {
            return List.of();
        }
        List<String> clauses = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text)) {
            if (words(sentence) <= LONG_SENTENCE) {
                clauses.add(sentence);
            } else {
                clauses.addAll(List.of(CLAUSE_END.split(sentence)));
            }
        }
        clauses.removeIf(clause -> words(clause) < LEAST_WORDS);
        return List.copyOf(clauses.subList(0, Math.min(MOST, clauses.size())));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
