package dev.rolewise.cache;

import dev.rolewise.question.Meaning.Part;
import dev.rolewise.question.Meaning.Word;
import dev.rolewise.question.QuestionProfile;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        if (personal(kept) || personal(asked)) {
            return Reason.PERSONAL;
        }
        List<QuestionProfile> keptParts = asking(kept);
        List<QuestionProfile> askedParts = asking(asked);
        if (keptParts.size() != askedParts.size() || keptParts.isEmpty()) {
            return Reason.PARTS;
        }
        for (int i = 0; i < keptParts.size(); i++) {
            Reason reason = differs(keptParts.get(i), askedParts.get(i));
            if (reason != Reason.SAME) {
                return reason;
            }
        }
        return similarity < threshold ? Reason.SIMILARITY : Reason.SAME;
    }

    /** The parts that ask something, without "how are you?" before them. */
    private static List<QuestionProfile> asking(QuestionProfile profile) {
        return profile.each().stream().filter(part -> part.meaning().says()).toList();
    }

    private static boolean personal(QuestionProfile profile) {
        return profile.personal() || profile.parts().stream().anyMatch(ReuseGuard::personal);
    }

    /** Why one question is not the other; {@link Reason#SAME} where nothing tells. */
    private static Reason differs(QuestionProfile kept, QuestionProfile asked) {
        Set<Word> apart = new HashSet<>(kept.meaning().words());
        Set<Word> common = new HashSet<>(asked.meaning().words());
        common.retainAll(apart);
        apart.addAll(asked.meaning().words());
        apart.removeAll(common);
        if (!apart.isEmpty()) {
            return apart.stream()
                    .map(word -> reason(word.part()))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
        if (!kept.meaning().order().equals(asked.meaning().order())) {
            return Reason.DIRECTION;
        }
        return Reason.SAME;
    }

    private static Reason reason(Part part) {
        return switch (part) {
            case ROLE -> Reason.ROLES;
            case DIRECTION -> Reason.DIRECTION;
            case NEGATION -> Reason.POLARITY;
            case ASPECT -> Reason.ASPECT;
            case WAY -> Reason.INTENT;
            case QUANTITY -> Reason.QUANTITY;
            case AUDIENCE -> Reason.AUDIENCE;
            case TIME -> Reason.TIME;
            case OTHER -> Reason.WORDS;
        };
    }
}
