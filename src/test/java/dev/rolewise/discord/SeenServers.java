package dev.rolewise.discord;

import dev.rolewise.command.ServerWatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Writes down what it is told of servers. */
final class SeenServers implements ServerWatch {
    final List<String> left = new CopyOnWriteArrayList<>();
    final List<String> joined = new CopyOnWriteArrayList<>();
    final List<Predicate<String>> connections = new CopyOnWriteArrayList<>();

    @Override
    public void connected(Predicate<String> isIn) {
        connections.add(isIn);
    }

    @Override
    public void joined(String serverId) {
        joined.add(serverId);
    }

    @Override
    public void left(String serverId) {
        left.add(serverId);
    }
}
