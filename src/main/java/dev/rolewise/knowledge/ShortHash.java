package dev.rolewise.knowledge;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first characters of a SHA-256, written in base 36: the same in every run. */
final class ShortHash {
    private static final int DIGITS = 50;

    private ShortHash() {}

    /** That many characters of {@code [0-9a-z]}. */
    static String of(String text, int length) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, hash).toString(36);
            return ("0".repeat(DIGITS - digits.length()) + digits).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
