package dev.rolewise.cascade.money;

import java.time.Instant;
import java.util.Optional;

/**
 * The durable record of every model call, and what keeps them within the budget: {@link #reserve}, call, {@link #settle}.
 *
 * <p>Nothing is spent that was not reserved, and what is settled and reserved never passes a cap, however many threads
 * and processes share the record. A call counts in the day and month in which it was reserved. Thread-safe.
 */
public interface Ledger {
    /**
     * Puts the worst case of a call aside, or says why it may not be made. The reservation is on disk when this returns.
     *
     * @throws java.io.UncheckedIOException where the record cannot be written; then the call may not be made
     */
    Decision reserve(CallIntent intent);

    /**
     * Puts what a call cost in the place of its reservation. The first settlement of a call counts, later ones do nothing.
     * A cost of more than ten times the reservation is not believed: the reservation counts.
     *
     * <p>Where the record cannot be written, it is remembered and tried again with {@link Leases#renew}: an answer need
     * not fail because of it.
     *
     * @throws IllegalArgumentException where there is no such call
     */
    void settle(String callId, Settlement settlement);

    /**
     * Gives back the reservation of a call that was certainly never sent; nothing happens where it is settled or given
     * back already. Otherwise as {@link #settle}.
     */
    void release(String callId);

    /** What this installation has spent this month. */
    MonthSpend month();

    /** The settled calls that were reserved from {@code since} on, of one Discord server or of all. */
    Totals totals(Optional<String> serverId, Instant since);
}
