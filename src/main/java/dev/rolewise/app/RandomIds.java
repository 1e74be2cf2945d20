package dev.rolewise.app;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Ids that nobody can guess: 10 characters of {@code [0-9a-z]}, 50 random bits. */
final class RandomIds {
    private static final int DIGITS = 10;
    private static final int BITS = 50;

    private RandomIds() {}

    static Supplier<String> of(SecureRandom random) {
        return () -> {
            String digits = new BigInteger(BITS, random).toString(36);
            return "0".repeat(DIGITS - digits.length()) + digits;
        };
    }
}
