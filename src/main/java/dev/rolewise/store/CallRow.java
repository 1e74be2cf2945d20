package dev.rolewise.store;

import dev.rolewise.cascade.money.Holder;
import dev.rolewise.question.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model call as the table has it, as far as settling it needs.
 *
 * @param cost what it cost; zero where it is not settled
 */
record CallRow(
        String id,
        State state,
        Usd worstCase,
        Usd strongWorst,
        Usd cost,
        Optional<String> memberId,
        Optional<String> serverId,
        Instant reservedAt) {
    /** What has become of a call. */
    enum State {
        RESERVED,
        SETTLED,
        /** Settled at its worst case, because its owner was gone. */
        ABANDONED,
        /** Given back: it was never made. */
        RELEASED
    }

    static CallRow of(ResultSet row) throws SQLException {
        return new CallRow(
                row.getString("id"),
                State.valueOf(row.getString("state")),
                new Usd(row.getLong("worst_nanos")),
                new Usd(row.getLong("strong_worst_nanos")),
                new Usd(row.getLong("cost_nanos")),
                Optional.ofNullable(row.getString("member_id")),
                Optional.ofNullable(row.getString("server_id")),
                Instant.ofEpochMilli(row.getLong("reserved_at")));
    }

    /** Those whose budgets pay for it, with their ids; the installation's is empty. */
    Map<Holder, String> payers() {
        return payers(memberId, serverId);
    }

    static Map<Holder, String> payers(Optional<String> memberId, Optional<String> serverId) {
        Map<Holder, String> payers = new EnumMap<>(Holder.class);
        payers.put(Holder.INSTALLATION, "");
        memberId.ifPresent(id -> payers.put(Holder.MEMBER, id));
        serverId.ifPresent(id -> payers.put(Holder.SERVER, id));
        return payers;
    }

    /** What it adds to the money of its payers. */
    Usd counted() {
        return state == State.RESERVED ? worstCase : cost;
    }

    /** What it adds to the calls of its payers. */
    int calls() {
        return state == State.RELEASED ? 0 : 1;
    }

    boolean isOpen() {
        return state == State.RESERVED || state == State.ABANDONED;
    }
}
