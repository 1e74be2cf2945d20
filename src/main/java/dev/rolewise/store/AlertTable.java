package dev.rolewise.store;

import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.cascade.money.SpendAlert;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code spend_alert}: which shares of a month's budget have been reported as reached. */
final class AlertTable {
    private static final List<Integer> SHARES = List.of(50, 80, 100);

    private AlertTable() {}

    /** The alert for what is settled, where it is due and has not been given; from then on it has been. */
    static Optional<SpendAlert> due(Handle handle, MonthSpend spend) {
        return due(handle, spend, spend.percent());
    }

    /** The alert for a month in which nothing more fits; otherwise as {@link #due(Handle, MonthSpend)}. */
    static Optional<SpendAlert> usedUp(Handle handle, MonthSpend spend) {
        return due(handle, spend, 100);
    }

    /** Shares below the highest one that is reached count as reported with it. */
    private static Optional<SpendAlert> due(Handle handle, MonthSpend spend, int percent) {
        return SHARES.stream()
                .filter(share -> share <= percent)
                .filter(share -> isNew(handle, spend, share))
                .reduce((lower, higher) -> higher)
                .map(share -> new SpendAlert(share, spend));
    }

    private static boolean isNew(Handle handle, MonthSpend spend, int share) {
        return handle.createUpdate(
                                "INSERT INTO spend_alert (month, percent) VALUES (:month, :share) ON CONFLICT DO NOTHING")
                        .bind("month", spend.month().toString())
                        .bind("share", share)
                        .execute()
                > 0;
    }
}
