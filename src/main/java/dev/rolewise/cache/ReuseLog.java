package dev.rolewise.cache;

import java.time.Instant;
import java.util.List;

/**
 * What members said of answers that were made for another question: examples by which the threshold of likeness is fitted.
 * It holds ids and numbers, no text of anybody's. At most one for each answer and member.
 *
 * <p>Thread-safe. A call returns when the change is on disk, usually within a few milliseconds. Each method throws {@link
 * java.io.UncheckedIOException} where the record cannot be read or written; its message says what to do.
 */
public interface ReuseLog {
    /**
     * A reuse that a member judged.
     *
     * @param answerId the answer as it was given, as in the feedback
     * @param similarity cosine of the embeddings of the question it was made for and the one asked
     * @param correct whether it helped
     */
    record Judged(String answerId, String memberId, double similarity, boolean correct, Instant at) {}

    /**
     * An example to fit by.
     *
     * @param similarity as in {@link Judged}
     */
    record Example(double similarity, boolean correct) {}

    /** Keeps a judgement; a later one of the same member about the same answer replaces it. */
    void record(Judged judged);

    /** Forgets the judgement of that member about that answer; nothing happens where there is none. */
    void withdraw(String answerId, String memberId);

    /** The newest examples, at most {@code most}. */
    List<Example> examples(int most);

    /** How many reuses were said to be wrong from {@code since} on. */
    long falseReuses(Instant since);
}
