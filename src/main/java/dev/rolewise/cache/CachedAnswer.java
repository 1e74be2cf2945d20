package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import java.time.Instant;
import java.util.Map;

/**
 * A kept answer and what it rests on.
 *
 * @param answer as it was made
 * @param madeAt when
 * @param generation of its scope's knowledge and, for an answer of a model, of the prompts and models
 * @param cited hash of the passage of each statement that it cites, by the key of the statement
 */
public record CachedAnswer(Answer answer, Instant madeAt, String generation, Map<String, String> cited) {
    public CachedAnswer {
        cited = Map.copyOf(cited);
    }
}
