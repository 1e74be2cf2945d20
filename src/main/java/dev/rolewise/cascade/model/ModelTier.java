package dev.rolewise.cascade.model;

import dev.rolewise.question.Tier;
import java.time.Duration;

/** A language model that can be asked. Thread-safe. */
public interface ModelTier {
    /** Which step of the cascade it is. */
    Tier tier();

    /** As in the settings: {@code openai}, {@code anthropic}, {@code google}, {@code ollama}. */
    String provider();

    /** The provider's name of the model. */
    String model();

    /**
     * Asks once: at most one request goes out, and nothing is tried again.
     *
     * @param timeout after which an answer is returned whatever happens; it covers everything
     * @return what the model said, or why it said nothing; nothing is thrown
     */
    ModelReply call(ModelRequest request, Duration timeout);
}
