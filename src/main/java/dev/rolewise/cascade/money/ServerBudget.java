package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;
import java.util.Optional;

/**
 * What a Discord server allows its members to spend on models. It can only be less than the installation allows: where it
 * says more, the installation's cap holds.
 *
 * @param day money a day; empty for no wish
 * @param dayCalls calls a day; empty for no wish
 */
public record ServerBudget(Optional<Usd> day, Optional<Integer> dayCalls) {
    /** No wish at all. */
    public static final ServerBudget NONE = new ServerBudget(Optional.empty(), Optional.empty());

    /** The caps of the installation, with those of the server where they are lower. */
    public BudgetSettings under(BudgetSettings caps) {
        return new BudgetSettings(
                caps.memberDay(),
                day.filter(own -> own.compareTo(caps.serverDay()) < 0).orElse(caps.serverDay()),
                caps.installationMonth(),
                caps.memberDayCalls(),
                Math.min(dayCalls.orElse(Integer.MAX_VALUE), caps.serverDayCalls()),
                caps.installationMonthCalls());
    }
}
