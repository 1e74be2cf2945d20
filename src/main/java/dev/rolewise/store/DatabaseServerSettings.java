package dev.rolewise.store;

import dev.rolewise.server.SettingsStore;
import java.util.HashMap;
import java.util.Map;

/** What servers have set, in the table {@code server_setting}. Thread-safe. */
public final class DatabaseServerSettings implements SettingsStore {
    private final Database database;

    public DatabaseServerSettings(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> of(String serverId) {
        return database.read(handle -> {
            Map<String, String> settings = new HashMap<>();
            handle.createQuery("SELECT name, value FROM server_setting WHERE server_id = :server")
                    .bind("server", serverId)
                    .map((row, context) -> Map.entry(row.getString("name"), row.getString("value")))
                    .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
            return settings;
        });
    }

    @Override
    public void set(String serverId, String name, String value) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO server_setting (server_id, name, value) VALUES (:server, :name, :value)
                        ON CONFLICT (server_id, name) DO UPDATE SET value = excluded.value
                        """)
                .bind("server", serverId)
                .bind("name", name)
                .bind("value", value)
                .execute());
    }

    @Override
    public void reset(String serverId, String name) {
        database.write(handle ->
                handle.execute("DELETE FROM server_setting WHERE server_id = ? AND name = ?", serverId, name));
    }

    @Override
    public void dropAll(String serverId) {
        database.write(handle -> handle.execute("DELETE FROM server_setting WHERE server_id = ?", serverId));
    }
}
