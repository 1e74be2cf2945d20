package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;

/**
 * What one holder has used of its budget in a period.
 *
 * @param money settled and reserved together
 * @param settled the part of it that is settled
 * @param calls made and reserved
 */
public record Spent(Usd money, Usd settled, int calls) {
    public static final Spent NOTHING = new Spent(Usd.ZERO, Usd.ZERO, 0);
}
