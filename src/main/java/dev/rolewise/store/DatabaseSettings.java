package dev.rolewise.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param dataDir the data folder, which holds it where there is no server
 * @param server the PostgreSQL server that holds it
 */
public record DatabaseSettings(Path dataDir, Optional<PostgresAddress> server) {
    /** In the data folder. */
    public static DatabaseSettings in(Path dataDir) {
        return new DatabaseSettings(dataDir, Optional.empty());
    }

    public DatabaseSettings {
        dataDir = dataDir.toAbsolutePath().normalize();
    }

    /** What the failures of this database mean. */
    Faults faults() {
        return server.<Faults>map(PostgresFaults::new)
                .orElseGet(() -> new SqliteFaults(dataDir.resolve(SqliteEngine.FILE)));
    }
}
