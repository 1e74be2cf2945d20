package dev.rolewise.cascade.money;

import java.util.List;

/** The price list cannot be used. Each fault is one line that says where, what and how to mend it. */
public final class PricesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    PricesException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** At least one, in the order of the file. */
    public List<String> faults() {
        return faults;
    }
}
