package dev.rolewise.cascade;

import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.util.List;

/** What came of asking the model tiers. */
public sealed interface Finding {
    /** What was asked and what it cost. */
    Spending spending();

    /**
     * Claims that their passages carry.
     *
     * @param tier whose claims they are
     * @param claims in the model's order, at least one
     */
    record Verified(Tier tier, List<Verification.Checked> claims, Spending spending) implements Finding {
        public Verified {
            claims = List.copyOf(claims);
        }
    }

    /** Nothing that may be shown; the spending's note says why. */
    record Nothing(Spending spending) implements Finding {}
}
