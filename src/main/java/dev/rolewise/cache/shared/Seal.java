package dev.rolewise.cache.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that something comes from a process of the same installation: HMAC-SHA256 under a key that all of them have and
 * the shared server has not. Never prints its key. Thread-safe.
 */
public final class Seal {
    /** Length of a signature, and least length of a key, in bytes. */
    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Seal(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * That of a key, which is copied.
     *
     * @throws IllegalArgumentException where it has fewer than 32 bytes
     */
    public static Seal of(byte[] key) {
        if (key.length < BYTES) {
            throw new IllegalArgumentException("the key of a seal has at least " + BYTES + " bytes");
        }
        return new Seal(new SecretKeySpec(key, ALGORITHM));
    }

    /** The signature of these parts for that purpose. Each part counts with its length, so that none can pass for another. */
    byte[] sign(String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, purpose.getBytes(StandardCharsets.US_ASCII));
            for (byte[] part : parts) {
                add(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether that is the signature of these parts for that purpose; takes as long for a wrong one as for a right one. */
    boolean verify(byte[] signature, String purpose, byte[]... parts) {
        return MessageDigest.isEqual(signature, sign(purpose, parts));
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }

    @Override
    public String toString() {
        return "***";
    }
}
