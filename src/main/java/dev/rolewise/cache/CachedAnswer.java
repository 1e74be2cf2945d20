package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A kept answer and what it rests on.
 *
 * @param answer as it was made
 * @param madeAt when
 * @param generation of its scope's knowledge and, for an answer of a model, of the prompts and models
 * @param cited hash of the passage of each statement that it cites, by the key of the statement
 * @param asker whose question it was made for, so that it can go with what is kept of them; never leaves this process
 */
public record CachedAnswer(
        Answer answer, Instant madeAt, String generation, Map<String, String> cited, Optional<String> asker) {
    public CachedAnswer {
        cited = Map.copyOf(cited);
    }

    /** For a question of nobody that is known. */
    public CachedAnswer(Answer answer, Instant madeAt, String generation, Map<String, String> cited) {
        this(answer, madeAt, generation, cited, Optional.empty());
    }

    /** The same for a question of that member. */
    CachedAnswer askedBy(Optional<String> member) {
        return new CachedAnswer(answer, madeAt, generation, cited, member);
    }
}
