package dev.rolewise.cascade.money;

import dev.rolewise.cascade.money.Decision.Denied;
import dev.rolewise.question.Usd;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether one more call fits under the caps. Immutable. */
public final class Budget {
    private final BudgetSettings settings;

    public Budget(BudgetSettings settings) {
        this.settings = settings;
    }

    public BudgetSettings settings() {
        return settings;
    }

    /**
     * The reason against a call, if there is one. A call that is free meets no cap of money.
     *
     * @param used what has been used by each of those who would pay
     * @param worstCase the most that it can cost
     */
    public Optional<Denied> denial(Map<Holder, Spent> used, Usd worstCase, Instant now) {
        return used.entrySet().stream()
                .flatMap(e -> met(e.getKey(), e.getValue(), worstCase)
                        .map(cap -> new Denied(cap, e.getKey().periodEnds(now))))
                .max(Comparator.comparing(Denied::until).thenComparing(Denied::cap, Comparator.reverseOrder()));
    }

    private Stream<Cap> met(Holder holder, Spent spent, Usd worstCase) {
        boolean money = !worstCase.isZero() && !fits(spent.money(), worstCase, settings.money(holder));
        boolean calls = spent.calls() >= settings.calls(holder);
        return Stream.concat(
                money ? Stream.of(holder.moneyCap()) : Stream.empty(),
                calls ? Stream.of(holder.callsCap()) : Stream.empty());
    }

    /** Nothing is negative, so the difference cannot overflow. */
    private static boolean fits(Usd spent, Usd more, Usd cap) {
        return more.compareTo(cap.minus(spent)) <= 0;
    }
}
