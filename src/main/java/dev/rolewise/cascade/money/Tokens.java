package dev.rolewise.cascade.money;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a call took.
 *
 * @param input of the prompt, zero or more
 * @param output of the reply, with what the model thought; zero or more
 */
public record Tokens(long input, long output) {
    public Tokens {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("a call takes no fewer than zero tokens");
        }
    }

    /** What a provider says, where it can be true: both numbers there, none negative, and the prompt not empty. */
    public static Optional<Tokens> reported(@Nullable Integer input, @Nullable Integer output) {
        return input == null || output == null || input <= 0 || output < 0
                ? Optional.empty()
                : Optional.of(new Tokens(input, output));
    }
}
