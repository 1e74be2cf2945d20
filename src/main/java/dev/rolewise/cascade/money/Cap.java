package dev.rolewise.cascade.money;

/** A limit on model calls. */
public enum Cap {
    MEMBER_DAY_USD("budget.member-day-usd"),
    SERVER_DAY_USD("budget.server-day-usd"),
    INSTALLATION_MONTH_USD("budget.installation-month-usd"),
    MEMBER_DAY_CALLS("budget.member-day-calls"),
    SERVER_DAY_CALLS("budget.server-day-calls"),
    INSTALLATION_MONTH_CALLS("budget.installation-month-calls");

    private final String key;

    Cap(String key) {
        this.key = key;
    }

    /** Name of the setting. */
    public String key() {
        return key;
    }
}
