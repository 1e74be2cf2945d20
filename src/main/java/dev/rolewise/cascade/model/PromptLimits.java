package dev.rolewise.cascade.model;

/**
 * How much one question may send and ask for.
 *
 * @param maxInputChars characters of both texts of the prompt together; passages that do not fit are left out whole
 * @param maxClaims sentences that the model is asked for at most, 1 to 20
 * @param maxOutputTokens tokens of the answer
 */
public record PromptLimits(int maxInputChars, int maxClaims, int maxOutputTokens) {
    /** Some 3,500 tokens in and 600 out. */
    public static final PromptLimits DEFAULT = new PromptLimits(14_000, 6, 600);

    public PromptLimits {
        if (maxInputChars < 1_000 || maxInputChars > 1_000_000) {
            throw new IllegalArgumentException("a prompt may have 1,000 to 1,000,000 characters");
        }
        if (maxClaims < 1 || maxClaims > 20) {
            throw new IllegalArgumentException("an answer has 1 to 20 claims");
        }
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("at least one token has to be allowed for the answer");
        }
    }
}
