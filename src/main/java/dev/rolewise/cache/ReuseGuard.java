package dev.rolewise.cache;

import dev.rolewise.question.QuestionProfile;
import java.util.Locale;

/**
 * Says whether the answer that was made for one question is the answer to another. Unsure is a no. Thread-safe.
 *
 * <p>Likeness of embeddings alone does not tell: a question and its reverse are a hair apart. So roles, direction, polarity,
 * aspect, intent, quantities and the rest of the two profiles must agree first.
 */
public final class ReuseGuard {
    private final double threshold;

    /** {@code threshold} is the least cosine of the two embeddings, 0 to 1. */
    public ReuseGuard(double threshold) {
        this.threshold = threshold;
    }

    /** Why an answer is reused, or why not. */
    public enum Reason {
        /** It is reused. */
        SAME,
        PERSONAL,
        PARTS,
        ROLES,
        DIRECTION,
        POLARITY,
        ASPECT,
        INTENT,
        QUANTITY,
        AUDIENCE,
        TIME,
        /** A content word of one means something that the other does not ask. */
        WORDS,
        SIMILARITY,
        /** What the kept answer cites does not bear on the new question. */
        RELEVANCE;

        /** As it is written in figures and files: {@code direction}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A decision.
     *
     * @param similarity cosine of the two embeddings
     */
    public record Verdict(Reason reason, double similarity) {
        /** Whether the answer may be given. */
        public boolean reuse() {
            return reason == Reason.SAME;
        }
    }

    /** Whether the answer to {@code kept} may be given to {@code asked}, as far as the two questions tell. */
    public Verdict check(QuestionProfile kept, QuestionProfile asked) {
        double similarity = kept.embedding().cosine(asked.embedding());
        return new Verdict(reason(kept, asked, similarity), similarity);
    }

    private Reason reason(QuestionProfile kept, QuestionProfile asked, double similarity) {
        if (kept.personal() || asked.personal()) {
            return Reason.PERSONAL;
        }
        if (!kept.roles().equals(asked.roles())) {
            return Reason.ROLES;
        }
        if (!kept.from().equals(asked.from()) || !kept.to().equals(asked.to())) {
            return Reason.DIRECTION;
        }
        if (kept.polarity() != asked.polarity()) {
            return Reason.POLARITY;
        }
        return similarity < threshold ? Reason.SIMILARITY : Reason.SAME;
    }
}
