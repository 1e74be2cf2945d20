package dev.rolewise.cascade.money;

/**
 * The price of the models of one provider whose name matches.
 *
 * @param provider as in the setting {@code tiers.….provider}
 * @param pattern a name in lower case, or the beginning of names with {@code *} at its end
 * @param price what their tokens cost
 * @param source date and address, to be shown
 */
record PriceEntry(String provider, String pattern, Price price, String source) {
    boolean matches(String otherProvider, String model) {
        return provider.equals(otherProvider) && (open() ? model.startsWith(beginning()) : model.equals(pattern));
    }

    /** A whole name before a beginning, a longer beginning before a shorter one. */
    int rank() {
        return open() ? beginning().length() : Integer.MAX_VALUE;
    }

    private boolean open() {
        return pattern.endsWith("*");
    }

    private String beginning() {
        return pattern.substring(0, pattern.length() - 1);
    }
}
