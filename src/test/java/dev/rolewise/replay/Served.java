package dev.rolewise.replay;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.util.Optional;

/**
 * How one question was answered.
 *
 * @param tier that made the answer
 * @param from how it came from the cache, where it did
 * @param madeFor the other question that a reused answer was made for
 * @param answered whether it is an answer, not a refusal
 * @param right whether it is what its label asks for
 * @param nanos what it cost this time, in billionths of a dollar
 */
public record Served(
        Tier tier,
        Optional<CacheHit> from,
        Optional<String> madeFor,
        boolean answered,
        boolean right,
        int calls,
        int claims,
        int kept,
        long nanos) {
    public static Served of(Answer answer, Label label) {
        Spending spending = answer.receipt().spending();
        boolean cached = answer.receipt().cached().isPresent();
        return new Served(
                answer.receipt().servedBy(),
                answer.receipt().cached(),
                answer.receipt().reused().map(Receipt.Reused::question),
                answer.status() == Answer.Status.ANSWERED,
                label.isMetBy(answer),
                spending.calls(),
                cached ? 0 : spending.claims(),
                cached ? 0 : spending.kept(),
                spending.cost().nanos());
    }

    boolean cached() {
        return from.isPresent();
    }

    /** The same once more, from the cache. */
    Served again(Served ours) {
        return new Served(tier, ours.from, ours.madeFor, answered, right, 0, 0, 0, 0);
    }

    /** The same with no model asked. */
    Served locally() {
        return new Served(Tier.LOCAL, Optional.empty(), Optional.empty(), answered, right, 0, 0, 0, 0);
    }
}
