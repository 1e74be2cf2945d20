package dev.rolewise.cascade.money;

import dev.rolewise.cascade.money.TallyTotals.Row;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.List;
import java.util.Optional;

/**
 * How this installation has answered, in shares of all its answers.
 *
 * @param answers how many were counted; at least 1
 * @param cached share that came from the cache
 * @param local share that the local tier made
 * @param cheap share that the cheap tier made
 * @param strong share that the strong tier made
 * @param paid what the answers that did not come from the cache cost, as a share of what the strong model would have cost
 *     for them
 */
public record MeasuredShares(long answers, double cached, double local, double cheap, double strong, double paid) {
    /** The shares of what was counted; empty where nothing was. */
    public static Optional<MeasuredShares> of(TallyTotals totals) {
        double all = totals.answers();
        return all == 0
                ? Optional.empty()
                : Optional.of(new MeasuredShares(
                        totals.answers(),
                        totals.cached() / all,
                        totals.fresh(Tier.LOCAL) / all,
                        totals.fresh(Tier.CHEAP) / all,
                        totals.fresh(Tier.STRONG) / all,
                        paid(totals)));
    }

    private static double paid(TallyTotals totals) {
        List<Row> fresh =
                totals.rows().stream().filter(row -> row.cached().isEmpty()).toList();
        Usd cost = fresh.stream().map(Row::cost).reduce(Usd.ZERO, Usd::plus);
        Usd strong = fresh.stream().map(Row::strongWouldHaveCost).reduce(Usd.ZERO, Usd::plus);
        if (!strong.isZero()) {
            return (double) cost.nanos() / strong.nanos();
        }
        long answers = fresh.stream().mapToLong(Row::answers).sum();
        return answers == 0 ? 0 : 1 - (double) totals.fresh(Tier.LOCAL) / answers;
    }
}
