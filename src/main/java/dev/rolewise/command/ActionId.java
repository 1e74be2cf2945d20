package dev.rolewise.command;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button stands for: which command, what to do, and with what. Its encoded form comes back from a surface and is
 * not trusted.
 *
 * @param command name of the command that acts
 * @param verb what to do, one lower-case word
 * @param payload what the command needs to know; its own matter; no control characters
 */
public record ActionId(String command, String verb, String payload) {
    /** Longest encoded form in characters (Discord's limit for a custom_id). */
    public static final int MAX_LENGTH = 100;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,31}");

    public ActionId {
        if (!WORD.matcher(command).matches() || !WORD.matcher(verb).matches()) {
            throw new IllegalArgumentException("command and verb of an action are lower-case words");
        }
        if (command.length() + verb.length() + payload.length() + 2 > MAX_LENGTH) {
            throw new IllegalArgumentException("an action id has at most " + MAX_LENGTH + " characters");
        }
        if (holdsControl(payload)) {
            throw new IllegalArgumentException("the payload of an action has no control characters");
        }
    }

    /** {@code command:verb:payload}, at most {@link #MAX_LENGTH} characters. */
    public String encode() {
        return command + ":" + verb + ":" + payload;
    }

    /** Reads what {@link #encode} wrote; empty for anything else. */
    public static Optional<ActionId> decode(String encoded) {
        String[] parts = encoded.split(":", 3);
        if (parts.length != 3
                || encoded.length() > MAX_LENGTH
                || !WORD.matcher(parts[0]).matches()
                || !WORD.matcher(parts[1]).matches()
                || holdsControl(parts[2])) {
            return Optional.empty();
        }
        return Optional.of(new ActionId(parts[0], parts[1], parts[2]));
    }

    private static boolean holdsControl(String payload) {
        return payload.chars().anyMatch(Character::isISOControl);
    }
}
