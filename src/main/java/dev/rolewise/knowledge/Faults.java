package dev.rolewise.knowledge;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong so far while one pack is read, each once. Not thread-safe. */
final class Faults {
    private final Set<PackFault> found = new LinkedHashSet<>();

    void add(String file, int line, String problem, String remedy) {
        found.add(new PackFault(file, line, problem, remedy));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, then by line. */
    List<PackFault> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(PackFault::file).thenComparingInt(PackFault::line))
                .toList();
    }
}
