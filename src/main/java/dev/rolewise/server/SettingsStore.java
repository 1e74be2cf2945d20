package dev.rolewise.server;

import java.util.Map;

/**
 * The durable record of what servers have set, as texts by name. Thread-safe; a call returns when the change is on disk. Each
 * method throws {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface SettingsStore {
    /** What a server has set. */
    Map<String, String> of(String serverId);

    /** Sets a value. */
    void set(String serverId, String name, String value);

    /** Goes back to the default. */
    void reset(String serverId, String name);

    /** Forgets what a server has set. */
    void dropAll(String serverId);
}
