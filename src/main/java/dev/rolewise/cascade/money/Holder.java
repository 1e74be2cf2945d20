package dev.rolewise.cascade.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Whose spending is limited, and over which period of UTC. */
public enum Holder {
    /** One member, a day. */
    MEMBER(Cap.MEMBER_DAY_USD, Cap.MEMBER_DAY_CALLS),
    /** One Discord server, a day. */
    SERVER(Cap.SERVER_DAY_USD, Cap.SERVER_DAY_CALLS),
    /** All of this installation, a month. */
    INSTALLATION(Cap.INSTALLATION_MONTH_USD, Cap.INSTALLATION_MONTH_CALLS);

    private final Cap moneyCap;
    private final Cap callsCap;

    Holder(Cap moneyCap, Cap callsCap) {
        this.moneyCap = moneyCap;
        this.callsCap = callsCap;
    }

    Cap moneyCap() {
        return moneyCap;
    }

    Cap callsCap() {
        return callsCap;
    }

    /** The period that an instant falls into: {@code 2026-11-21} or {@code 2026-11}. */
    public String period(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return this == INSTALLATION ? YearMonth.from(day).toString() : day.toString();
    }

    /** When the next period begins. */
    public Instant periodEnds(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        LocalDate next = this == INSTALLATION ? day.withDayOfMonth(1).plusMonths(1) : day.plusDays(1);
        return next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
