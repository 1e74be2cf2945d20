package dev.rolewise.replay;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;

/**
 * How one question was answered.
 *
 * @param tier that made the answer
 * @param answered whether it is an answer, not a refusal
 * @param nanos what it cost this time, in billionths of a dollar
 */
public record Served(Tier tier, boolean cached, boolean answered, int calls, int claims, int kept, long nanos) {
    public static Served of(Answer answer) {
        Spending spending = answer.receipt().spending();
        boolean cached = answer.receipt().cached().isPresent();
        return new Served(
                answer.receipt().servedBy(),
                cached,
                answer.status() == Answer.Status.ANSWERED,
                spending.calls(),
                cached ? 0 : spending.claims(),
                cached ? 0 : spending.kept(),
                spending.cost().nanos());
    }

    /** The same once more, from the cache. */
    Served again() {
        return new Served(tier, true, answered, 0, 0, 0, 0);
    }

    /** The same with no model asked. */
    Served locally() {
        return new Served(Tier.LOCAL, false, answered, 0, 0, 0, 0);
    }
}
