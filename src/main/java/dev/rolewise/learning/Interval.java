package dev.rolewise.learning;

/**
 * A measured figure with the bounds that 95% of its bootstrap samples lie between.
 *
 * @param figure of all that was measured
 * @param low NaN where no sample has a figure, and so is {@code high}
 */
public record Interval(double figure, double low, double high) {}
