package dev.rolewise.cache.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rolewise.cache.CachedAnswer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Answers as bytes for a server that is not trusted: the version of the format, an HMAC over key, version and text, and
 * the text, which is JSON. Whatever does not come from this installation, or stands under another key, is from another
 * version, cut, too large or too old, is no answer. Thread-safe.
 */
final class AnswerCodec {
    static final byte VERSION = 1;

    /** The largest value that is written or read. */
    static final int MAX_VALUE_BYTES = 64 * 1024;

    /** How far the clocks of two processes may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final String PURPOSE = "answer";
    private static final int HEADER = 1 + Seal.BYTES;

    private final Seal seal;
    private final Duration expireAfter;
    private final Clock clock;

    AnswerCodec(Seal seal, Duration expireAfter, Clock clock) {
        this.seal = seal;
        this.expireAfter = expireAfter;
        this.clock = clock;
    }

    /** The value to store; empty where it would be too large or cannot be written. */
    Optional<byte[]> encode(Name name, CachedAnswer answer) {
        try {
            byte[] text = AnswerJson.write(answer);
            return HEADER + text.length > MAX_VALUE_BYTES ? Optional.empty() : Optional.of(sealed(name, text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private byte[] sealed(Name name, byte[] text) {
        byte[] version = {VERSION};
        return ByteBuffer.allocate(HEADER + text.length)
                .put(version)
                .put(seal.sign(PURPOSE, name.bytes(), version, text))
                .put(text)
                .array();
    }

    /** The answer that was stored under that name; empty for anything else. */
    Optional<CachedAnswer> decode(Name name, byte[] value) {
        if (value.length <= HEADER || value.length > MAX_VALUE_BYTES || value[0] != VERSION) {
            return Optional.empty();
        }
        byte[] version = Arrays.copyOf(value, 1);
        byte[] signature = Arrays.copyOfRange(value, 1, HEADER);
        byte[] text = Arrays.copyOfRange(value, HEADER, value.length);
        return seal.verify(signature, PURPOSE, name.bytes(), version, text)
                ? AnswerJson.read(text).filter(answer -> !timeLeft(answer).isZero())
                : Optional.empty();
    }

    /** How long the answer may still be served; zero where it is too old, or from the future by more than clocks differ. */
    Duration timeLeft(CachedAnswer answer) {
        Instant now = clock.instant();
        if (answer.madeAt().isAfter(now.plus(CLOCKS_APART))) {
            return Duration.ZERO;
        }
        Duration left = expireAfter.minus(Duration.between(answer.madeAt(), now));
        return left.isNegative() ? Duration.ZERO : left.compareTo(expireAfter) > 0 ? expireAfter : left;
    }
}
