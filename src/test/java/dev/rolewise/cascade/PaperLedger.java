package dev.rolewise.cascade;

import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Cap;
import dev.rolewise.cascade.money.Decision;
import dev.rolewise.cascade.money.Ledger;
import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.Totals;
import dev.rolewise.question.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger in memory that allows all but what it is told to deny. Not thread-safe. */
final class PaperLedger implements Ledger {
    final List<CallIntent> reserved = new ArrayList<>();
    final Map<String, Settlement> settled = new LinkedHashMap<>();
    final List<String> released = new ArrayList<>();
    final Map<Tier, Cap> denied = new EnumMap<>(Tier.class);
    boolean broken;

    /** The one settlement that there is. */
    Settlement onlySettlement() {
        if (settled.size() != 1) {
            throw new AssertionError("not one settlement: " + settled);
        }
        return settled.values().iterator().next();
    }

    /** Calls that were reserved and neither settled nor released. */
    int open() {
        return reserved.size() - settled.size() - released.size();
    }

    @Override
    public Decision reserve(CallIntent intent) {
        if (broken) {
            throw new UncheckedIOException(new IOException("the disk is full"));
        }
        if (denied.containsKey(intent.tier())) {
            return new Decision.Denied(denied.get(intent.tier()), Instant.EPOCH);
        }
        reserved.add(intent);
        return new Decision.Reserved("call-" + reserved.size());
    }

    @Override
    public void settle(String callId, Settlement settlement) {
        if (settled.put(callId, settlement) != null || released.contains(callId)) {
            throw new AssertionError(callId + " has ended twice");
        }
    }

    @Override
    public void release(String callId) {
        released.add(callId);
        if (settled.containsKey(callId)) {
            throw new AssertionError(callId + " has ended twice");
        }
    }

    @Override
    public MonthSpend month() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Totals totals(Optional<String> serverId, Instant since) {
        throw new UnsupportedOperationException();
    }
}
