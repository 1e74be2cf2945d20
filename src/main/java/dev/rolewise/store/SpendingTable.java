package dev.rolewise.store;

import dev.rolewise.cascade.money.Holder;
import dev.rolewise.cascade.money.Spent;
import dev.rolewise.question.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code spending}: running sums of model calls by who pays and in which period. */
final class SpendingTable {
    /** How long the sums of a day are kept: calls may still be settled in them. */
    private static final Duration KEPT = Duration.ofDays(2);

    private SpendingTable() {}

    /** What each payer has used in its period. */
    static Map<Holder, Spent> used(Handle handle, Map<Holder, String> payers, Instant at) {
        Map<Holder, Spent> used = new EnumMap<>(Holder.class);
        payers.forEach((holder, id) -> used.put(holder, used(handle, holder, id, at)));
        return used;
    }

    static Spent used(Handle handle, Holder holder, String id, Instant at) {
        return handle.createQuery("""
                        SELECT money_nanos, settled_nanos, calls FROM spending
                        WHERE holder = :holder AND holder_id = :id AND period = :period
                        """)
                .bind("holder", holder.name())
                .bind("id", id)
                .bind("period", holder.period(at))
                .map((row, context) -> new Spent(
                        new Usd(row.getLong("money_nanos")),
                        new Usd(row.getLong("settled_nanos")),
                        row.getInt("calls")))
                .findOne()
                .orElse(Spent.NOTHING);
    }

    /** Adds to the sums of each payer in the period that {@code at} falls into. */
    static void add(Handle handle, Map<Holder, String> payers, Instant at, Usd money, Usd settled, int calls) {
        payers.forEach((holder, id) -> handle.createUpdate("""
                        INSERT INTO spending (holder, holder_id, period, money_nanos, settled_nanos, calls)
                        VALUES (:holder, :id, :period, :money, :settled, :calls)
                        ON CONFLICT (holder, holder_id, period) DO UPDATE
                        SET money_nanos = spending.money_nanos + excluded.money_nanos,
                            settled_nanos = spending.settled_nanos + excluded.settled_nanos,
                            calls = spending.calls + excluded.calls
                        """)
                .bind("holder", holder.name())
                .bind("id", id)
                .bind("period", holder.period(at))
                .bind("money", money.nanos())
                .bind("settled", settled.nanos())
                .bind("calls", calls)
                .execute());
    }

    /** Forgets the days of members and servers that no cap looks at any more. */
    static void forgetOldDays(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM spending WHERE holder IN ('MEMBER', 'SERVER') AND period < :day")
                .bind("day", Holder.MEMBER.period(now.minus(KEPT)))
                .execute();
    }
}
