package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Compares the running sums of the ledger with its calls. */
final class LedgerSums {
    private LedgerSums() {}

    static void assertAgree(Database database) {
        List<Map<String, Object>> wrong =
                database.read(handle -> handle.createQuery("""
                        WITH paid AS (
                            SELECT 'INSTALLATION' AS holder, '' AS holder_id, '%Y-%m' AS form, * FROM model_call
                            UNION ALL SELECT 'MEMBER', member_id, '%Y-%m-%d', * FROM model_call WHERE member_id <> ''
                            UNION ALL SELECT 'SERVER', server_id, '%Y-%m-%d', * FROM model_call WHERE server_id <> ''
                        ), sums AS (
                            SELECT holder, holder_id, strftime(form, reserved_at / 1000, 'unixepoch') AS period,
                                sum(iif(state = 'RESERVED', worst_nanos, coalesce(cost_nanos, 0))) AS money_nanos,
                                sum(coalesce(cost_nanos, 0)) AS settled_nanos, sum(state <> 'RELEASED') AS calls
                            FROM paid GROUP BY 1, 2, 3
                        )
                        SELECT * FROM (SELECT * FROM sums EXCEPT SELECT * FROM spending)
                        UNION ALL SELECT * FROM (SELECT * FROM spending EXCEPT SELECT * FROM sums)
                        """).mapToMap().list());
        assertThat(wrong).isEmpty();
    }
}
