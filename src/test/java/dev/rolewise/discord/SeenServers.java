package dev.rolewise.discord;

import dev.rolewise.command.ServerWatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Writes down what it is told of servers. */
final class SeenServers implements ServerWatch {
    final List<String> left = new CopyOnWriteArrayList<>();
    final List<String> joined = new CopyOnWriteArrayList<>();
    final List<Function<String, Presence>> connections = new CopyOnWriteArrayList<>();

    @Override
    public void connected(Function<String, Presence> presence) {
        connections.add(presence);
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
