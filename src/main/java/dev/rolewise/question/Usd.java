package dev.rolewise.question;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of US dollars, exact to a billionth; may be negative.
 *
 * <p>A token at $0.05 a million costs 50 billionths. Every operation throws {@link ArithmeticException} where the result
 * is beyond about 9.2 billion dollars.
 *
 * @param nanos billionths of a dollar
 */
public record Usd(long nanos) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(0);

    private static final int DECIMALS = 9;
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final BigDecimal ALMOST_ONE = new BigDecimal("0.995");
    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    /**
     * Reads a plain number of dollars such as {@code 0.25}: at most nine digits before the point and nine behind it, no
     * sign, no currency.
     *
     * @throws IllegalArgumentException where {@code text} is anything else
     */
    public static Usd parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("an amount of dollars is a plain number such as 0.25");
        }
        return new Usd(new BigDecimal(text).movePointRight(DECIMALS).longValueExact());
    }

    public Usd plus(Usd other) {
        return new Usd(Math.addExact(nanos, other.nanos));
    }

    public Usd minus(Usd other) {
        return new Usd(Math.subtractExact(nanos, other.nanos));
    }

    public Usd times(long factor) {
        return new Usd(Math.multiplyExact(nanos, factor));
    }

    /** Whether it is neither owed nor gained. */
    public boolean isZero() {
        return nanos == 0;
    }

    /** For JSON and charts; not for sums. */
    public double asDouble() {
        return BigDecimal.valueOf(nanos, DECIMALS).doubleValue();
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(nanos, other.nanos);
    }

    /**
     * As people read it, rounded: {@code $0.0004} below a dollar to two digits that count, {@code $1.20} to the cent,
     * {@code $300,000} from a thousand on to the dollar.
     */
    @Override
    public String toString() {
        BigDecimal amount = BigDecimal.valueOf(nanos, DECIMALS).abs();
        return (nanos < 0 ? "-$" : "$") + (amount.compareTo(ALMOST_ONE) < 0 ? small(amount) : large(amount));
    }

    private static String small(BigDecimal amount) {
        BigDecimal rounded =
                amount.round(new MathContext(2, RoundingMode.HALF_UP)).stripTrailingZeros();
        return rounded.setScale(Math.max(2, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String large(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        return cents.compareTo(THOUSAND) < 0
                ? cents.toPlainString()
                : String.format(
                        Locale.ROOT,
                        "%,d",
                        amount.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
