package dev.rolewise.server;

import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.question.Usd;

/**
 * What the operator allows at most; a server may set less, never more.
 *
 * @param memberDay questions of one member in a day
 * @param serverDay questions of one server in a day
 * @param serverDayMoney what models may cost for one server a day
 * @param serverDayCalls model calls for one server a day
 */
public record Ceilings(int memberDay, int serverDay, Usd serverDayMoney, int serverDayCalls) {
    /** With the caps of a budget. */
    public static Ceilings of(int memberDay, int serverDay, BudgetSettings budget) {
        return new Ceilings(memberDay, serverDay, budget.serverDay(), budget.serverDayCalls());
    }
}
