package dev.rolewise.store;

import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.cascade.money.Totals;
import dev.rolewise.cascade.money.Totals.OfTier;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.store.CallRow.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code model_call}. */
final class CallTable {
    private CallTable() {}

    static void reserve(Handle handle, String id, String owner, CallIntent intent, Instant now) {
        handle.createUpdate("""
                        INSERT INTO model_call (id, question_id, tier, provider, model, member_id, server_id, owner,
                            reserved_at, worst_nanos, strong_worst_nanos, state)
                        VALUES (:id, :question, :tier, :provider, :model, :member, :server, :owner,
                            :at, :worst, :strongWorst, 'RESERVED')
                        """)
                .bind("id", id)
                .bind("question", intent.questionId())
                .bind("tier", intent.tier().name())
                .bind("provider", intent.provider())
                .bind("model", intent.model())
                .bind("member", intent.memberId())
                .bind("server", intent.serverId())
                .bind("owner", owner)
                .bind("at", now.toEpochMilli())
                .bind("worst", intent.worstCase().nanos())
                .bind("strongWorst", intent.strongWorst().nanos())
                .execute();
    }

    static Optional<CallRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM model_call WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> CallRow.of(row))
                .findOne();
    }

    static void settle(
            Handle handle,
            String id,
            State state,
            Usd cost,
            Usd strong,
            Optional<Tokens> tokens,
            Outcome outcome,
            Instant now) {
        handle.createUpdate("""
                        UPDATE model_call SET state = :state, settled_at = :at, outcome = :outcome,
                            tokens_in = :in, tokens_out = :out, cost_nanos = :cost, strong_nanos = :strong
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("at", now.toEpochMilli())
                .bind("outcome", outcome.name())
                .bind("in", tokens.map(Tokens::input))
                .bind("out", tokens.map(Tokens::output))
                .bind("cost", cost.nanos())
                .bind("strong", strong.nanos())
                .execute();
    }

    static void release(Handle handle, String id, Instant now) {
        handle.createUpdate("""
                        UPDATE model_call SET state = 'RELEASED', settled_at = :at, outcome = NULL,
                            cost_nanos = NULL, strong_nanos = NULL
                        WHERE id = :id
                        """).bind("id", id).bind("at", now.toEpochMilli()).execute();
    }

    /** Some open calls of owners other than {@code me} whose lease has run out. */
    static List<CallRow> abandoned(Handle handle, String me, Instant now, int limit) {
        return handle.createQuery("""
                        SELECT model_call.* FROM model_call LEFT JOIN ledger_owner USING (owner)
                        WHERE state = 'RESERVED' AND owner <> :me AND coalesce(lease_until, 0) < :now
                        LIMIT :limit
                        """)
                .bind("me", me)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> CallRow.of(row))
                .list();
    }

    static Totals totals(Handle handle, Optional<String> serverId, Instant since) {
        Map<Tier, OfTier> tiers = new EnumMap<>(Tier.class);
        String ofServer = serverId.isPresent() ? " AND server_id = :server" : "";
        handle.createQuery("""
                        SELECT tier, count(*) FILTER (WHERE outcome = 'ANSWERED') AS answers, count(*) AS calls,
                            sum(cost_nanos) AS cost, sum(strong_nanos) AS strong
                        FROM model_call
                        WHERE reserved_at >= :since AND state IN ('SETTLED', 'ABANDONED')""" + ofServer + " GROUP BY tier")
                .bind("since", since.toEpochMilli())
                .bindMap(serverId.map(id -> Map.of("server", id)).orElse(Map.of()))
                .map((row, context) -> Map.entry(
                        Tier.valueOf(row.getString("tier")),
                        new OfTier(
                                row.getInt("answers"),
                                row.getInt("calls"),
                                new Usd(row.getLong("cost")),
                                new Usd(row.getLong("strong")))))
                .forEach(e -> tiers.put(e.getKey(), e.getValue()));
        return new Totals(tiers);
    }
}
