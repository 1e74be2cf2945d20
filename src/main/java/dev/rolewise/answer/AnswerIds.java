package dev.rolewise.answer;

import dev.rolewise.question.Answer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names of answers. By the first part answers are rated: the same words to the same question have the same. The serial behind
 * it tells each time apart that an answer was given. Thread-safe.
 */
final class AnswerIds {
    /** Between what answers alike share and what tells them apart. */
    static final String SERIAL = ".";

    private static final int KEY_LENGTH = 10;

    private final AtomicLong serial;

    /** {@code first} is above what was given before a restart, such as the time. */
    AnswerIds(long first) {
        this.serial = new AtomicLong(first);
    }

    /** What an answer is rated by. */
    static String of(Answer answer) {
        return of(answer.profile().map(p -> p.text()).orElse(""), answer);
    }

    /** What an answer is rated by that was first made for that question. */
    static String of(String question, Answer answer) {
        return key(question + "\n" + answer.text());
    }

    /** A name of its own for an answer that is given now. */
    String given(Answer answer) {
        return of(answer) + SERIAL + Long.toString(serial.incrementAndGet(), Character.MAX_RADIX);
    }

    /** A short name of a text: the same text has the same. */
    static String key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(36).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
