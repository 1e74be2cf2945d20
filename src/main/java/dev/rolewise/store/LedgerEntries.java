package dev.rolewise.store;

import dev.rolewise.cascade.money.Budget;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Cap;
import dev.rolewise.cascade.money.Decision;
import dev.rolewise.cascade.money.Decision.Denied;
import dev.rolewise.cascade.money.Decision.Reserved;
import dev.rolewise.cascade.money.Holder;
import dev.rolewise.cascade.money.Leases;
import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendAlert;
import dev.rolewise.cascade.money.Spent;
import dev.rolewise.question.Usd;
import dev.rolewise.store.CallRow.State;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is written for each step of a model call, inside a transaction that holds the file for writing: the call itself, the
 * sums of those who pay for it, and the alert that becomes due. Thread-safe.
 */
final class LedgerEntries {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerEntries.class);

    /** A cost of more times the worst case than this is not believed: provider and network may say anything. */
    private static final long BELIEVED = 10;

    private final Budget budget;
    private final String owner;

    /** A result, and the alert that became due with it. */
    record Written<T>(T result, Optional<SpendAlert> alert) {}

    LedgerEntries(Budget budget, String owner) {
        this.budget = budget;
        this.owner = owner;
    }

    /** {@code own} is what the server of the call allows. */
    Written<Decision> reserve(Handle handle, String id, CallIntent intent, ServerBudget own, Instant now) {
        Map<Holder, String> payers = CallRow.payers(intent.memberId(), intent.serverId());
        Map<Holder, Spent> used = SpendingTable.used(handle, payers, now);
        Budget caps = new Budget(own.under(budget.settings()));
        Optional<Denied> denial = caps.denial(used, intent.worstCase(), now);
        if (denial.isPresent()) {
            MonthSpend month = month(used.getOrDefault(Holder.INSTALLATION, Spent.NOTHING), now);
            Cap cap = denial.get().cap();
            return new Written<>(
                    denial.get(),
                    isUsedUp(cap, month, intent.worstCase())
                            ? AlertTable.usedUp(handle, cap, month)
                            : Optional.empty());
        }
        CallTable.reserve(handle, id, owner, intent, now);
        SpendingTable.add(handle, payers, now, intent.worstCase(), Usd.ZERO, 1);
        OwnerTable.live(handle, owner, now.plus(Leases.LEASE));
        return new Written<>(new Reserved(id), Optional.empty());
    }

    /** Whether a call that an empty month could pay does not fit beside what is settled alone, or beside the calls made. */
    private static boolean isUsedUp(Cap cap, MonthSpend month, Usd worstCase) {
        return switch (cap) {
            case INSTALLATION_MONTH_USD ->
                worstCase.compareTo(month.cap()) <= 0
                        && worstCase.compareTo(month.cap().minus(month.settled())) > 0;
            case INSTALLATION_MONTH_CALLS -> month.callsCap() > 0;
            case MEMBER_DAY_USD, SERVER_DAY_USD, MEMBER_DAY_CALLS, SERVER_DAY_CALLS -> false;
        };
    }

    Optional<SpendAlert> settle(Handle handle, String callId, Settlement settlement, Instant now) {
        CallRow call = known(handle, callId);
        if (call.state() == State.SETTLED) {
            return Optional.empty();
        }
        boolean believed = isBelieved(call, settlement);
        Usd cost = believed ? settlement.actual() : call.worstCase();
        CallTable.settle(
                handle,
                callId,
                State.SETTLED,
                cost,
                settlement.strongWouldHaveCost(),
                settlement.tokens().filter(tokens -> believed),
                settlement.outcome(),
                now);
        return count(handle, call, cost, 1);
    }

    private static boolean isBelieved(CallRow call, Settlement settlement) {
        if (settlement.tokens().isEmpty() || settlement.actual().compareTo(call.worstCase()) <= 0) {
            return settlement.tokens().isPresent();
        }
        boolean believed =
                settlement.actual().nanos() / BELIEVED <= call.worstCase().nanos();
        LOG.warn(
                "model call {} is said to have cost {}, more than its worst case of {}; {} counts",
                call.id(),
                settlement.actual(),
                call.worstCase(),
                believed ? "what is said" : "the worst case");
        return believed;
    }

    /** Settles a call at its worst case, because its owner is gone. */
    Optional<SpendAlert> abandon(Handle handle, CallRow call, Instant now) {
        CallTable.settle(
                handle,
                call.id(),
                State.ABANDONED,
                call.worstCase(),
                call.strongWorst(),
                Optional.empty(),
                Outcome.ABANDONED,
                now);
        return count(handle, call, call.worstCase(), 1);
    }

    Optional<SpendAlert> release(Handle handle, String callId, Instant now) {
        CallRow call = known(handle, callId);
        if (!call.isOpen()) {
            return Optional.empty();
        }
        CallTable.release(handle, callId, now);
        return count(handle, call, Usd.ZERO, 0);
    }

    private static CallRow known(Handle handle, String callId) {
        return CallTable.find(handle, callId)
                .orElseThrow(() -> new IllegalArgumentException("there is no model call " + callId));
    }

    /** Puts a settled cost in the place of what the call has counted so far. */
    private Optional<SpendAlert> count(Handle handle, CallRow call, Usd cost, int calls) {
        SpendingTable.add(
                handle,
                call.payers(),
                call.reservedAt(),
                cost.minus(call.counted()),
                cost.minus(call.cost()),
                calls - call.calls());
        return AlertTable.due(handle, month(handle, call.reservedAt()));
    }

    /** What this installation has spent in the month of {@code at}; only reads. */
    MonthSpend month(Handle handle, Instant at) {
        return month(SpendingTable.used(handle, Holder.INSTALLATION, "", at), at);
    }

    private MonthSpend month(Spent spent, Instant at) {
        return new MonthSpend(
                YearMonth.from(at.atZone(ZoneOffset.UTC)),
                spent.settled(),
                spent.money().minus(spent.settled()),
                spent.calls(),
                budget.settings().installationMonth(),
                budget.settings().installationMonthCalls());
    }
}
