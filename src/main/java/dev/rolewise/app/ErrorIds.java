package dev.rolewise.app;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Short ids that tie what a person is told to a line in the log: six letters and digits without look-alikes. */
final class ErrorIds implements Supplier<String> {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 6;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
