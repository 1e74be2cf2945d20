package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;

/** What the tokens of a model cost; neither price is negative. */
public record Price(Usd inputPerToken, Usd outputPerToken) {
    /** What a model costs that runs on a machine of one's own. */
    public static final Price FREE = new Price(Usd.ZERO, Usd.ZERO);

    private static final long MILLION = 1_000_000;

    public Price {
        if (inputPerToken.compareTo(Usd.ZERO) < 0 || outputPerToken.compareTo(Usd.ZERO) < 0) {
            throw new IllegalArgumentException("a price is not negative");
        }
    }

    /**
     * The price as providers state it, in dollars for a million tokens, such as {@code 0.15} and {@code 0.6}.
     *
     * @throws IllegalArgumentException where one is no plain number, or has more than three decimals
     */
    public static Price perMillion(String input, String output) {
        return new Price(perToken(input), perToken(output));
    }

    static Usd perToken(String perMillion) {
        Usd price = Usd.parse(perMillion);
        if (price.nanos() % MILLION != 0) {
            throw new IllegalArgumentException("a price for a million tokens has at most three decimals");
        }
        return new Usd(price.nanos() / MILLION);
    }

    public boolean isFree() {
        return inputPerToken.isZero() && outputPerToken.isZero();
    }

    /**
     * What so many tokens cost.
     *
     * @throws ArithmeticException where that is beyond what {@link Usd} holds
     */
    public Usd of(Tokens tokens) {
        return inputPerToken.times(tokens.input()).plus(outputPerToken.times(tokens.output()));
    }
}
