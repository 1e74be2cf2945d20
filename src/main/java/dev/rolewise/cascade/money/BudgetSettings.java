package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What model calls may cost and how many there may be. Days and months are those of UTC; nothing is negative; zero
 * dollars leave only models that are free, zero calls none at all.
 *
 * @param memberDay of one member a day ({@code budget.member-day-usd})
 * @param serverDay of one Discord server a day ({@code budget.server-day-usd})
 * @param installationMonth of all together a month ({@code budget.installation-month-usd})
 * @param memberDayCalls of one member a day ({@code budget.member-day-calls})
 * @param serverDayCalls of one Discord server a day ({@code budget.server-day-calls})
 * @param installationMonthCalls of all together a month ({@code budget.installation-month-calls})
 */
public record BudgetSettings(
        Usd memberDay,
        Usd serverDay,
        Usd installationMonth,
        int memberDayCalls,
        int serverDayCalls,
        int installationMonthCalls) {
    public BudgetSettings {
        check(Cap.MEMBER_DAY_USD, memberDay.nanos());
        check(Cap.SERVER_DAY_USD, serverDay.nanos());
        check(Cap.INSTALLATION_MONTH_USD, installationMonth.nanos());
        check(Cap.MEMBER_DAY_CALLS, memberDayCalls);
        check(Cap.SERVER_DAY_CALLS, serverDayCalls);
        check(Cap.INSTALLATION_MONTH_CALLS, installationMonthCalls);
    }

    /** How much one holder may spend in its period. */
    public Usd money(Holder holder) {
        return switch (holder) {
            case MEMBER -> memberDay;
            case SERVER -> serverDay;
            case INSTALLATION -> installationMonth;
        };
    }

    /** How many calls one holder may make in its period. */
    public int calls(Holder holder) {
        return switch (holder) {
            case MEMBER -> memberDayCalls;
            case SERVER -> serverDayCalls;
            case INSTALLATION -> installationMonthCalls;
        };
    }

    /** The first cap that a call of this worst case can never fit under; for a warning at start. */
    public Optional<Cap> tooSmallFor(Usd worstCase) {
        return Stream.of(Holder.values())
                .filter(holder -> money(holder).compareTo(worstCase) < 0)
                .map(Holder::moneyCap)
                .findFirst();
    }

    private static void check(Cap cap, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(cap.key() + " must not be negative");
        }
    }
}
