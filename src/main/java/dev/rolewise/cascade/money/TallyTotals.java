package dev.rolewise.cascade.money;

import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Answers by how they were served.
 *
 * @param rows at most one for each tier and way through the cache
 */
public record TallyTotals(List<Row> rows) {
    /**
     * The answers that were served in one way.
     *
     * @param servedBy the tier that made them
     * @param cached how they came from the cache, where they did
     * @param answers how many
     * @param cost what they cost together
     * @param strongWouldHaveCost what the strong model would have cost for them
     */
    public record Row(Tier servedBy, Optional<CacheHit> cached, long answers, Usd cost, Usd strongWouldHaveCost) {}

    public TallyTotals {
        rows = List.copyOf(rows);
    }

    /** How many answers there were. */
    public long answers() {
        return answers(row -> true);
    }

    /** How many of them came from the cache. */
    public long cached() {
        return answers(row -> row.cached().isPresent());
    }

    /** How many of them came from that level of the cache. */
    public long cached(CacheHit level) {
        return answers(row -> row.cached().equals(Optional.of(level)));
    }

    /** How many of them a tier made for this question. */
    public long fresh(Tier tier) {
        return answers(row -> row.cached().isEmpty() && row.servedBy() == tier);
    }

    /** What all of them cost. */
    public Usd cost() {
        return rows.stream().map(Row::cost).reduce(Usd.ZERO, Usd::plus);
    }

    /** What asking the strong model each time would have cost. */
    public Usd strongWouldHaveCost() {
        return rows.stream().map(Row::strongWouldHaveCost).reduce(Usd.ZERO, Usd::plus);
    }

    /**
     * The share of that which was not spent, at most 1; negative where more was spent; empty where no strong model is
     * set up, so that there is nothing to compare with.
     */
    public OptionalDouble saved() {
        Usd strong = strongWouldHaveCost();
        return strong.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (double) cost().nanos() / strong.nanos());
    }

    private long answers(Predicate<Row> which) {
        return rows.stream().filter(which).mapToLong(Row::answers).sum();
    }
}
