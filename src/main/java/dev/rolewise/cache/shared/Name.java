package dev.rolewise.cache.shared;

import dev.rolewise.cache.ExactKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an answer is called in the shared server: a prefix, the version of the format, and a hash of its key, from which
 * nobody without the seal's key can tell what was asked.
 *
 * @param encoded the key as {@link ExactKey#encode()} writes it; never sent as a name
 * @param redisKey the name
 */
record Name(String encoded, String redisKey) {
    /** The longest key whose answer is shared, in bytes of UTF-8: longer than any question that is let in. */
    static final int MAX_KEY_BYTES = 16 * 1024;

    /** What every name and channel begins with; a new format takes a new number, and the old answers expire unseen. */
    static final String PREFIX = "rolewise:" + AnswerCodec.VERSION + ":";

    /** The name of the answer to that key; empty where its answer is not shared. */
    static Optional<Name> of(ExactKey key, Seal seal) {
        String encoded = key.encode();
        if (encoded.length() > MAX_KEY_BYTES
                || !StandardCharsets.UTF_8.newEncoder().canEncode(encoded)) {
            return Optional.empty();
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        return bytes.length > MAX_KEY_BYTES
                ? Optional.empty()
                : Optional.of(
                        new Name(encoded, PREFIX + "answer:" + HexFormat.of().formatHex(seal.sign("name", bytes))));
    }

    /** The name of an answer whose key is not known any more: the other processes are told the name itself. */
    static Name alone(String redisKey) {
        return new Name(redisKey, redisKey);
    }

    /** The key in bytes, as it is signed. */
    byte[] bytes() {
        return encoded.getBytes(StandardCharsets.UTF_8);
    }
}
