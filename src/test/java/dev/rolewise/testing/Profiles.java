package dev.rolewise.testing;

import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.QuestionProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Profiles of simple questions, as far as a test cares. */
public final class Profiles {
    private Profiles() {}

    /** A question about those roles, with the embedding of its text. */
    public static QuestionProfile of(String text, List<String> roles, Set<String> terms, Embedder embedder) {
        return of(text, roles, Optional.empty(), "explanation", terms, embedder);
    }

    public static QuestionProfile of(
            String text,
            List<String> roles,
            Optional<String> aspect,
            String intent,
            Set<String> terms,
            Embedder embedder) {
        return new QuestionProfile(
                text,
                roles,
                Optional.empty(),
                Optional.empty(),
                aspect,
                intent,
                0.9,
                Polarity.POSITIVE,
                Complexity.SIMPLE,
                false,
                false,
                List.of(),
                terms,
                List.of(),
                embedder.question(text));
    }
}
