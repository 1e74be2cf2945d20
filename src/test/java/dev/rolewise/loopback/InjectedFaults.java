package dev.rolewise.loopback;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Answers that a test has laid out for the next requests of a route, instead of the true ones. */
final class InjectedFaults {
    private final Map<Route, Deque<Answer>> byRoute = new EnumMap<>(Route.class);

    synchronized void add(Route route, int times, Answer answer) {
        byRoute.computeIfAbsent(route, key -> new ArrayDeque<>()).addAll(Collections.nCopies(times, answer));
    }

    synchronized Optional<Answer> next(Route route) {
        return Optional.ofNullable(byRoute.get(route)).flatMap(answers -> Optional.ofNullable(answers.poll()));
    }
}
