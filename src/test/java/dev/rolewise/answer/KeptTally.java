package dev.rolewise.answer;

import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.cascade.money.TallyTotals;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tally that holds what a test puts in, the same for every server, and remembers for which it was asked. */
final class KeptTally implements Tally {
    final List<Optional<String>> askedFor = new ArrayList<>();
    private final List<TallyTotals.Row> rows = new ArrayList<>();

    KeptTally fresh(Tier tier, long answers, String cost, String strong) {
        rows.add(new TallyTotals.Row(tier, Optional.empty(), answers, Usd.parse(cost), Usd.parse(strong)));
        return this;
    }

    KeptTally cached(Tier tier, long answers, String strong) {
        return cached(tier, CacheHit.EXACT, answers, strong);
    }

    KeptTally cached(Tier tier, CacheHit level, long answers, String strong) {
        rows.add(new TallyTotals.Row(tier, Optional.of(level), answers, Usd.ZERO, Usd.parse(strong)));
        return this;
    }

    @Override
    public void record(TalliedAnswer answer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TallyTotals since(Optional<String> serverId, Instant since) {
        askedFor.add(serverId);
        return new TallyTotals(rows);
    }

    @Override
    public long dropped() {
        return 0;
    }
}
