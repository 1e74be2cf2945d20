package dev.rolewise.cascade.money;

/**
 * The price that a model counts at.
 *
 * @param price what its tokens cost
 * @param known whether the price list names the model, or it runs on this machine; if not, {@code price} is the one for
 *     unknown models, and the operator should be told at start
 * @param source where the price is from, to be shown: a date and an address, or why it is the one for unknown models
 */
public record Priced(Price price, boolean known, String source) {}
