package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;

/** The most that a call can cost. */
public final class WorstCase {
    /** Tokens that a provider adds around the messages; those seen are under 100 (roles, separators). */
    static final int FRAMING_TOKENS = 256;

    private WorstCase() {}

    /**
     * The most that a call can cost: a tokeniser makes at most one token of a byte.
     *
     * @param utf8BytesOfInput of everything that is sent and read by the model: prompt, question, passages, schema
     * @param maxOutputTokens the cap that is sent along; it has to include what the model thinks
     * @throws IllegalArgumentException where a number is negative
     */
    public static Usd of(Price price, long utf8BytesOfInput, int maxOutputTokens) {
        if (utf8BytesOfInput < 0 || maxOutputTokens < 0) {
            throw new IllegalArgumentException("nothing is shorter than empty");
        }
        return price.of(new Tokens(Math.addExact(utf8BytesOfInput, FRAMING_TOKENS), maxOutputTokens));
    }
}
