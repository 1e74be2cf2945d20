package dev.rolewise.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key with which state in buttons is sealed. It is derived from the bot's token, so that every process of one bot has
 * the same, after a restart too, and nothing is stored; a new token makes old buttons useless.
 */
final class SealKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final String INFO = "rolewise action seal 1";

    private SealKey() {}

    /** That of the bot with this token. */
    static byte[] of(String token) {
        return derive(
                token.getBytes(StandardCharsets.UTF_8), new byte[0], INFO.getBytes(StandardCharsets.UTF_8), HASH_BYTES);
    }

    /** One that nobody else has and that ends with the process. */
    static byte[] random() {
        byte[] key = new byte[HASH_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** HKDF with SHA-256 (RFC 5869): extract, then expand to {@code length} bytes, at most 8,160. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] extracted = hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt, secret);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[0];
        for (int counter = 1; out.size() < length; counter++) {
            block = hmac(extracted, block, info, new byte[] {(byte) counter});
            out.writeBytes(block);
        }
        return Arrays.copyOf(out.toByteArray(), length);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
