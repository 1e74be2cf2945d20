package dev.rolewise.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts state into the payload of an action so that it comes back unchanged: bound to one member and one command, and
 * signed. Whoever does not have the key can read it, but cannot make or change it. Thread-safe.
 *
 * <p>The tag is the first 72 bits of an HMAC-SHA256 (RFC 2104; truncation as in its section 5): 12 characters, as short as
 * a custom_id wants it; each guess costs an interaction with Discord.
 */
public final class ActionSeal {
    /** Characters that sealing adds to a state beside the member's id. */
    public static final int OVERHEAD = 14;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BYTES = 9;
    private static final int TAG_LENGTH = 12;
    private static final char JOINT = '.';

    private final SecretKeySpec key;

    /** {@code key} is secret and the same in every process that is to read what another sealed; 32 bytes or more. */
    public ActionSeal(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a key has 32 bytes or more");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** What became of a payload. */
    public sealed interface Opened {
        /** It is what was sealed, and the caller is whom it was sealed for. */
        record State(String text) implements Opened {}

        /** It was sealed for another member. */
        record Foreign() implements Opened {}

        /** It was not sealed with this key for this command, or was changed since. */
        record Forged() implements Opened {}
    }

    /**
     * A payload that holds the state.
     *
     * @param command name of the command that reads it
     * @param state no dots; with the member's id and {@link #OVERHEAD} it must fit into an {@link ActionId}
     */
    public String seal(String command, String memberId, String state) {
        String body = state + JOINT + memberId;
        return body + JOINT + tag(command, body);
    }

    /** The state in a payload that may be anything. */
    public Opened open(String command, String memberId, String payload) {
        int end = payload.length() - TAG_LENGTH - 1;
        if (end < 0 || payload.charAt(end) != JOINT) {
            return new Opened.Forged();
        }
        String body = payload.substring(0, end);
        byte[] given = payload.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        int joint = body.indexOf(JOINT);
        if (joint < 0 || !MessageDigest.isEqual(given, tag(command, body).getBytes(StandardCharsets.UTF_8))) {
            return new Opened.Forged();
        }
        return body.substring(joint + 1).equals(memberId)
                ? new Opened.State(body.substring(0, joint))
                : new Opened.Foreign();
    }

    /** The state of a payload, where only its origin matters and not who pressed. */
    public Optional<String> openForAnybody(String command, String payload) {
        int end = Math.max(0, payload.length() - TAG_LENGTH - 1);
        int joint = payload.indexOf(JOINT);
        if (joint < 0 || joint >= end) {
            return Optional.empty();
        }
        String memberId = payload.substring(joint + 1, end);
        return open(command, memberId, payload) instanceof Opened.State state
                ? Optional.of(state.text())
                : Optional.empty();
    }

    private String tag(String command, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] full = mac.doFinal((command + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(full, TAG_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
