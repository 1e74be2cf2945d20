package dev.rolewise.testing;

import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.cascade.money.TallyTotals;
import dev.rolewise.cascade.money.TallyTotals.Row;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tally that says always the same. */
public record CountedAnswers(TallyTotals totals) implements Tally {
    private static final Usd DOLLAR = Usd.parse("1");

    /** Nothing counted yet. */
    public static final CountedAnswers NONE = new CountedAnswers(new TallyTotals(List.of()));

    /** 40 of 100 from the cache, 30 local, 20 cheap at a tenth of the strong price, 10 strong at its price. */
    public static final CountedAnswers HUNDRED = new CountedAnswers(new TallyTotals(List.of(
            new Row(Tier.CHEAP, Optional.of(CacheHit.EXACT), 40, Usd.ZERO, DOLLAR.times(40)),
            new Row(Tier.LOCAL, Optional.empty(), 30, Usd.ZERO, DOLLAR.times(30)),
            new Row(Tier.CHEAP, Optional.empty(), 20, DOLLAR.times(2), DOLLAR.times(20)),
            new Row(Tier.STRONG, Optional.empty(), 10, DOLLAR.times(10), DOLLAR.times(10)))));

    @Override
    public void record(TalliedAnswer answer) {}

    @Override
    public TallyTotals since(Optional<String> serverId, Instant since) {
        return totals;
    }

    @Override
    public long dropped() {
        return 0;
    }
}
