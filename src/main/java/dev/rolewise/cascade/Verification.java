package dev.rolewise.cascade;

import dev.rolewise.knowledge.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What became of a model's claims.
 *
 * @param claims all of them, in their order
 */
public record Verification(List<Checked> claims) {
    /** Why a claim is not shown. */
    public enum Fault {
        /** It names no passage that the model was given. */
        NO_PASSAGE,
        /** It is longer than one sentence should be. */
        TOO_LONG,
        /** It is a piece of a sentence. */
        FRAGMENT,
        /** It holds a number that its passages do not hold, or hold about something else. */
        NUMBER,
        /** It says of one role what its passages say of another. */
        ROLE,
        /** It denies what its passages say, says what they deny, or turns a comparison or an order around. */
        POLARITY,
        /** It speaks of something that its passages do not mention. */
        ABSENT,
        /** Its passages are about the same things and do not say it. */
        UNSUPPORTED
    }

    /**
     * A claim with its verdict.
     *
     * @param claim as it was given
     * @param fault why it is dropped; empty where it is kept
     * @param support the statements that carry it, best first, at most two; empty where it is dropped
     * @param score how well it is carried, 0 to 1
     */
    public record Checked(Claim claim, Optional<Fault> fault, List<Statement> support, double score) {
        public Checked {
            support = List.copyOf(support);
        }

        /** Whether it may be shown. */
        public boolean kept() {
            return fault.isEmpty();
        }
    }

    public Verification {
        claims = List.copyOf(claims);
    }

    /** The claims that may be shown, in their order. */
    public List<Checked> kept() {
        return claims.stream().filter(Checked::kept).toList();
    }

    /** The claims that may not be shown, in their order. */
    public List<Checked> dropped() {
        return claims.stream().filter(c -> !c.kept()).toList();
    }
}
