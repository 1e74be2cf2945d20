package dev.rolewise.server;

import java.util.HashMap;
import java.util.Map;

/** Settings in memory, that counts how often they are read. */
final class KeptSettings implements SettingsStore {
    private final Map<String, Map<String, String>> byServer = new HashMap<>();
    int reads;

    @Override
    public Map<String, String> of(String serverId) {
        reads++;
        return Map.copyOf(byServer.getOrDefault(serverId, Map.of()));
    }

    @Override
    public void set(String serverId, String name, String value) {
        byServer.computeIfAbsent(serverId, id -> new HashMap<>()).put(name, value);
    }

    @Override
    public void reset(String serverId, String name) {
        byServer.getOrDefault(serverId, new HashMap<>()).remove(name);
    }

    @Override
    public void dropAll(String serverId) {
        byServer.remove(serverId);
    }
}
