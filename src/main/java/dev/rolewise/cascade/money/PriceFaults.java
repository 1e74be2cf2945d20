package dev.rolewise.cascade.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found wrong so far in one price list. Not thread-safe. */
final class PriceFaults {
    private final String file;
    private final List<String> found = new ArrayList<>();

    /** {@code file} is what the list is called. */
    PriceFaults(String file) {
        this.file = file;
    }

    void add(int line, String problem, String remedy) {
        found.add(String.format(Locale.ROOT, "%s:%d: %s; %s", file, line, problem, remedy));
    }

    /** Something that is wrong with the whole file. */
    void add(String problem, String remedy) {
        found.add(String.format(Locale.ROOT, "%s: %s; %s", file, problem, remedy));
    }

    /** In the order in which they were found. */
    List<String> all() {
        return found;
    }
}
