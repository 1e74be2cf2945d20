package dev.rolewise.loopback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the bot did wrong so far, in the order of its doing. */
final class Violations {
    private final List<Violation> all = new CopyOnWriteArrayList<>();

    void add(Violation.Kind kind, String where, String detail) {
        all.add(new Violation(kind, where, detail));
    }

    List<Violation> all() {
        return List.copyOf(all);
    }

    void clear() {
        all.clear();
    }
}
