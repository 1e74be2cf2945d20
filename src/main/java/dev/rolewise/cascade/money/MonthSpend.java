package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;
import java.time.YearMonth;

/**
 * What this installation has spent in a month.
 *
 * @param month of UTC
 * @param settled what calls have cost
 * @param reserved what calls under way may cost at most
 * @param calls made and under way
 * @param cap the budget ({@code budget.installation-month-usd})
 * @param callsCap the budget of calls ({@code budget.installation-month-calls})
 */
public record MonthSpend(YearMonth month, Usd settled, Usd reserved, int calls, Usd cap, int callsCap) {
    /** How much of the budget of calls is used by those made and under way, in whole per cent, rounded down; 0 where there is none. */
    public int callsPercent() {
        return callsCap == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, 100L * calls / callsCap);
    }

    /** How much of the budget is settled, in whole per cent, rounded down; 0 where there is none. */
    public int percent() {
        return cap.isZero() ? 0 : (int) Math.min(Integer.MAX_VALUE, 100.0 * settled.nanos() / cap.nanos());
    }
}
