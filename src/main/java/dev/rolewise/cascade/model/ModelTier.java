package dev.rolewise.cascade.model;

import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.Optional;

/** A language model that can be asked. Thread-safe. */
public interface ModelTier {
    /** Which step of the cascade it is. */
    Tier tier();

    /** As in the settings: {@code openai}, {@code anthropic}, {@code google}, {@code ollama}. */
    String provider();

    /** The provider's name of the model. */
    String model();

    /**
     * Bytes that go out with every request besides its texts and that a model may be charged for: the schema of the answer,
     * what the operator adds.
     */
    default int addedBytes() {
        return 0;
    }

    /**
     * Why it would not be asked just now, so that nothing need be reserved for it: it failed too often lately, or asked to
     * be left alone for a while. Empty where it would be; a call may still be refused.
     */
    default Optional<ModelReply.Failure> refusal() {
        return Optional.empty();
    }

    /**
     * Asks once: at most one request goes out, and nothing is tried again.
     *
     * @param timeout after which an answer is returned whatever happens; it covers everything
     * @return what the model said, or why it said nothing; nothing is thrown
     */
    ModelReply call(ModelRequest request, Duration timeout);
}
