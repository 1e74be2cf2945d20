package dev.rolewise.answer;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Common questions of the pack: to ask next, and to complete what a person types. Thread-safe. */
final class Suggestions {
    private static final int NEXT = 2;
    private static final int COMPLETIONS = 25;

    /** Nearer than this it is the same question again. */
    private static final double SAME = 0.9;

    private final List<String> questions;
    private final Map<String, Embedding> vectors;

    Suggestions(Pack pack, Embedder embedder) {
        this.questions = pack.questions();
        this.vectors = embedder.questions(questions);
    }

    /** What one may want to know after a question. */
    List<String> after(QuestionProfile asked) {
        return vectors.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), asked.embedding().cosine(e.getValue())))
                .filter(e -> e.getValue() < SAME)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(NEXT)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Common questions that hold every word typed, those that begin with it first. */
    List<String> completing(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(lower.split("\\s+"));
        return questions.stream()
                .filter(q -> words.stream().allMatch(q.toLowerCase(Locale.ROOT)::contains))
                .sorted(Comparator.comparing(
                        (String q) -> !q.toLowerCase(Locale.ROOT).startsWith(lower)))
                .limit(COMPLETIONS)
                .toList();
    }
}
