package dev.rolewise.cascade.money;

import java.util.Locale;

/**
 * The spending of a month has reached a share of one of its budgets.
 *
 * @param cap the budget of money or of calls of a month
 * @param percent 50, 80 or 100; 100 also where a call was refused that would not fit even if no other were under way
 * @param spend what has been spent when it did
 */
public record SpendAlert(Cap cap, int percent, MonthSpend spend) {
    /** One line for the operator. */
    @Override
    public String toString() {
        boolean calls = cap == Cap.INSTALLATION_MONTH_CALLS;
        String much = calls
                ? String.format(Locale.ROOT, "%,d of %,d calls", spend.calls(), spend.callsCap())
                : String.format(Locale.ROOT, "%s of %s", spend.settled(), spend.cap());
        return percent < 100
                ? String.format(
                        Locale.ROOT,
                        "model calls have used %d%% of the budget of %s: %s (%s)",
                        percent,
                        spend.month(),
                        much,
                        cap.key())
                : String.format(
                        Locale.ROOT,
                        "the budget of %s for model calls is used up: %s; until the month ends, what does not fit is"
                                + " answered without a model (%s)",
                        spend.month(),
                        much,
                        cap.key());
    }
}
