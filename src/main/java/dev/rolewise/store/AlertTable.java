package dev.rolewise.store;

import dev.rolewise.cascade.money.Cap;
import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.cascade.money.SpendAlert;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code budget_alert}: which shares of a month's budgets have been reported as reached. */
final class AlertTable {
    private static final List<Integer> SHARES = List.of(50, 80, 100);

    private AlertTable() {}

    /**
     * The alert for what is spent, where one is due and has not been given; from then on it has been. Where money and calls
     * are both due, the calls are at the next look.
     */
    static Optional<SpendAlert> due(Handle handle, MonthSpend spend) {
        Optional<SpendAlert> money = due(handle, Cap.INSTALLATION_MONTH_USD, spend.percent(), spend);
        return money.isPresent() ? money : due(handle, Cap.INSTALLATION_MONTH_CALLS, spend.callsPercent(), spend);
    }

    /** The alert for a month in which nothing more fits under {@code cap}; otherwise as {@link #due(Handle, MonthSpend)}. */
    static Optional<SpendAlert> usedUp(Handle handle, Cap cap, MonthSpend spend) {
        return due(handle, cap, 100, spend);
    }

    /** Shares below the highest one that is reached count as reported with it. */
    private static Optional<SpendAlert> due(Handle handle, Cap cap, int percent, MonthSpend spend) {
        return SHARES.stream()
                .filter(share -> share <= percent)
                .filter(share -> isNew(handle, spend, cap, share))
                .reduce((lower, higher) -> higher)
                .map(share -> new SpendAlert(cap, share, spend));
    }

    private static boolean isNew(Handle handle, MonthSpend spend, Cap cap, int share) {
        return handle.createUpdate("""
                                INSERT INTO budget_alert (month, cap, percent) VALUES (:month, :cap, :share)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("month", spend.month().toString())
                        .bind("cap", cap.name())
                        .bind("share", share)
                        .execute()
                > 0;
    }
}
