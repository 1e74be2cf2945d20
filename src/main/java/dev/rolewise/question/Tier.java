package dev.rolewise.question;

/** One step of the cascade, cheapest first. */
public enum Tier {
    LOCAL,
    CHEAP,
    STRONG
}
