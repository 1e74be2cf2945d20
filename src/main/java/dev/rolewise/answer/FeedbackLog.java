package dev.rolewise.answer;

import dev.rolewise.answer.Feedback.Rating;
import java.time.Instant;
import java.util.Optional;

/**
 * The durable record of what members thought of answers: at most one rating for each answer and member.
 *
 * <p>Thread-safe. A call returns when the change is on disk, usually within a few milliseconds. Each method throws
 * {@link java.io.UncheckedIOException} where the record cannot be read or written; its message says what to do.
 */
public interface FeedbackLog {
    /**
     * Keeps a rating. A member's later rating of the same answer replaces the earlier one; the same rating again changes
     * nothing, and the time of the first press stays.
     */
    void record(Feedback feedback);

    /** How that member rated that answer, if at all. */
    Optional<Rating> ratingBy(String answerId, String memberId);

    /** Forgets how that member rated that answer; nothing happens where they did not. */
    void withdraw(String answerId, String memberId);

    /** How answers were rated from {@code since} on, in one Discord server or in all places together. */
    Ratings ratings(Optional<String> serverId, Instant since);

    /** How one answer was rated, by all members so far. */
    Ratings ratingsOf(String answerId);

    /**
     * Ratings of answers.
     *
     * @param helpful how many found an answer helpful
     * @param unhelpful how many did not
     */
    record Ratings(long helpful, long unhelpful) {
        /** Standard deviations of the normal distribution that 95% lie within. */
        private static final double Z = 1.96;

        /** Both together. */
        public Ratings plus(Ratings other) {
            return new Ratings(helpful + other.helpful, unhelpful + other.unhelpful);
        }

        /**
         * Whether they speak for an answer: at least half of all members would find it helpful, with a confidence of 95%
         * (the lower end of the interval of Wilson, 1927). It takes 4 of 4, 7 of 8 or 9 of 11.
         */
        public boolean speakForIt() {
            if (all() == 0) {
                return false;
            }
            double n = all();
            double share = helpful / n;
            double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
            return (share + Z * Z / (2 * n) - spread) / (1 + Z * Z / n) >= 0.5;
        }

        /** How many there are. */
        public long all() {
            return helpful + unhelpful;
        }
    }
}
