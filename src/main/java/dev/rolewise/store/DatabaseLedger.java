package dev.rolewise.store;

import dev.rolewise.cascade.money.Budget;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Decision;
import dev.rolewise.cascade.money.Holder;
import dev.rolewise.cascade.money.Leases;
import dev.rolewise.cascade.money.Ledger;
import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendAlert;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.cascade.money.Totals;
import dev.rolewise.store.LedgerEntries.Written;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in the database. Each of its steps is one transaction, which no other writer comes between, so that
 * what it reads of the budget is still true when it writes.
 *
 * <p>Thread-safe. Each instance is an owner of reservations of its own.
 */
public final class DatabaseLedger implements Ledger, Leases {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLedger.class);
    private static final int ABANDONED_AT_ONCE = 200;

    private final Database database;
    private final Function<String, ServerBudget> servers;
    private final Clock clock;
    private final Supplier<String> ids;
    private final SpendListener listener;
    private final String owner;
    private final LedgerEntries entries;
    private final Unwritten unwritten = new Unwritten();
    private volatile String tidied = "";

    /**
     * A ledger over an open database.
     *
     * @param ids makes ids that no other process makes
     * @param listener is told of what the log is told
     */
    public DatabaseLedger(
            Database database, BudgetSettings settings, Clock clock, Supplier<String> ids, SpendListener listener) {
        this(database, settings, server -> ServerBudget.NONE, clock, ids, listener);
    }

    /**
     * The same with what each Discord server allows.
     *
     * @param servers the wish of a server by its id; where it throws, no call is made
     */
    public DatabaseLedger(
            Database database,
            BudgetSettings settings,
            Function<String, ServerBudget> servers,
            Clock clock,
            Supplier<String> ids,
            SpendListener listener) {
        this.database = database;
        this.servers = servers;
        this.clock = clock;
        this.ids = ids;
        this.listener = listener;
        this.owner = ids.get();
        this.entries = new LedgerEntries(new Budget(settings), owner);
    }

    @Override
    public Decision reserve(CallIntent intent) {
        String id = ids.get();
        ServerBudget own = intent.serverId().map(servers).orElse(ServerBudget.NONE);
        return announced(database.write(handle -> entries.reserve(handle, id, intent, own, clock.instant())));
    }

    @Override
    public void settle(String callId, Settlement settlement) {
        Instant now = clock.instant();
        writeOrKeep(handle -> entries.settle(handle, callId, settlement, now));
    }

    @Override
    public void release(String callId) {
        Instant now = clock.instant();
        writeOrKeep(handle -> entries.release(handle, callId, now));
    }

    private void writeOrKeep(Function<Handle, Optional<SpendAlert>> change) {
        try {
            write(change);
        } catch (DatabaseException e) {
            LOG.debug("the end of a model call could not be written and is tried again: {}", e.getMessage());
            unwritten.keep(change);
        }
    }

    private void write(Function<Handle, Optional<SpendAlert>> change) {
        announced(database.write(handle -> new Written<>(true, change.apply(handle))));
    }

    @Override
    public void renew() {
        database.write(handle -> {
            OwnerTable.live(handle, owner, clock.instant().plus(LEASE));
            return true;
        });
        unwritten.retry(this::write);
    }

    @Override
    public int settleAbandoned() {
        tidy();
        int settled = 0;
        while (anyAbandoned()) {
            settled += announced(database.write(this::settleSomeAbandoned));
        }
        if (settled > 0) {
            LOG.warn("{} model calls of a process that is gone are counted at their worst case", settled);
        }
        return settled;
    }

    private boolean anyAbandoned() {
        return !database.read(handle -> CallTable.abandoned(handle, owner, clock.instant(), 1))
                .isEmpty();
    }

    private Written<Integer> settleSomeAbandoned(Handle handle) {
        Instant now = clock.instant();
        List<CallRow> calls = CallTable.abandoned(handle, owner, now, ABANDONED_AT_ONCE);
        Optional<SpendAlert> last = Optional.empty();
        for (CallRow call : calls) {
            Optional<SpendAlert> due = entries.abandon(handle, call, now);
            last = due.isPresent() ? due : last;
        }
        return new Written<>(calls.size(), last);
    }

    /** Once a day. */
    private void tidy() {
        Instant now = clock.instant();
        String today = Holder.MEMBER.period(now);
        if (!today.equals(tidied)) {
            database.write(handle -> {
                SpendingTable.forgetOldDays(handle, now);
                OwnerTable.forgetOld(handle, now);
                return true;
            });
            tidied = today;
        }
    }

    @Override
    public MonthSpend month() {
        Instant now = clock.instant();
        return database.read(handle -> entries.month(handle, now));
    }

    @Override
    public Totals totals(Optional<String> serverId, Instant since) {
        return database.read(handle -> CallTable.totals(handle, serverId, since));
    }

    /** Tells of an alert once it is on disk. */
    private <T> T announced(Written<T> written) {
        written.alert().ifPresent(alert -> {
            LOG.warn("{}", alert);
            try {
                listener.reached(alert);
            } catch (RuntimeException e) {
                LOG.error("nobody could be told that the budget is being used up", e);
            }
        });
        return written.result();
    }
}
