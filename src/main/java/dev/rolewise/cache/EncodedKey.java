package dev.rolewise.cache;

import dev.rolewise.question.Scope;
import java.util.Optional;

/** Reads what {@link ExactKey#encode} wrote. */
final class EncodedKey {
    private static final String INSTALLATION = "installation";
    private static final String SERVER = "server ";

    private EncodedKey() {}

    /** Empty for anything else. */
    static Optional<ExactKey> decode(String encoded) {
        String[] lines = encoded.split("\n", 3);
        if (lines.length < 3) {
            return Optional.empty();
        }
        if (lines[0].equals(INSTALLATION)) {
            return Optional.of(new ExactKey(lines[2], lines[1], Scope.INSTALLATION));
        }
        return lines[0].startsWith(SERVER)
                ? Optional.of(
                        new ExactKey(lines[2], lines[1], new Scope(Optional.of(lines[0].substring(SERVER.length())))))
                : Optional.empty();
    }
}
