package dev.rolewise.app;

import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.store.Database;
import java.time.Clock;

/**
 * What everything is built from.
 *
 * @param settings checked
 * @param config the files that it is configured by; closed with this
 * @param clock the time
 * @param terminal where results and notes go
 * @param storage has the database; closed with this
 */
record Setup(Settings settings, ConfigFolder config, Clock clock, Terminal terminal, Storage storage)
        implements AutoCloseable {
    /** The one database of this process; not for its user to close. */
    Database database() throws OperatorException {
        return storage.database();
    }

    @Override
    public void close() {
        try (config) {
            storage.close();
        }
    }
}
