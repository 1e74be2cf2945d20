package dev.rolewise.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table {@code ledger_owner}: which processes are taken to live, and until when. */
final class OwnerTable {
    private static final Duration KEPT = Duration.ofDays(1);

    private OwnerTable() {}

    static void live(Handle handle, String owner, Instant until) {
        handle.createUpdate("""
                        INSERT INTO ledger_owner (owner, lease_until) VALUES (:owner, :until)
                        ON CONFLICT (owner) DO UPDATE SET lease_until = excluded.lease_until
                        """)
                .bind("owner", owner)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    /** Forgets those whose lease ran out long ago and who hold nothing. */
    static void forgetOld(Handle handle, Instant now) {
        handle.createUpdate("""
                        DELETE FROM ledger_owner WHERE lease_until < :old AND NOT EXISTS
                            (SELECT 1 FROM model_call WHERE owner = ledger_owner.owner AND state = 'RESERVED')
                        """).bind("old", now.minus(KEPT).toEpochMilli()).execute();
    }
}
