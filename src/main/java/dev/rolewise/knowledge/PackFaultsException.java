package dev.rolewise.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** A pack has faults and cannot be used; {@link #faults()} lists them all. */
public final class PackFaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<PackFault> faults;

    public PackFaultsException(String packId, List<PackFault> faults) {
        super("knowledge pack " + packId + " has " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:")
                + faults.stream().map(f -> System.lineSeparator() + f).collect(Collectors.joining()));
        this.faults = List.copyOf(faults);
    }

    /** All faults that were found, by file and line; at least one. */
    public List<PackFault> faults() {
        return faults;
    }
}
