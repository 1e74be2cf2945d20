/**
 * What model calls may cost, do cost and would have cost: prices, budgets, the ledger's and the tally's contracts, and the
 * estimate of a month.
 *
 * <p>Of the part {@code cascade}: it may use base packages and nothing else of ours. Start reading at {@link
 * dev.rolewise.cascade.money.Ledger}; it is kept by {@code store}.
 */
@NullMarked
package dev.rolewise.cascade.money;

import org.jspecify.annotations.NullMarked;
