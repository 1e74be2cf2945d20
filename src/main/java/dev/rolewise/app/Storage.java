package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseException;
import dev.rolewise.store.DatabaseSettings;
import dev.rolewise.store.PostgresAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one database of this process, opened where it is asked for first. Thread-safe. */
final class Storage implements AutoCloseable {
    static final String URL = "database.url";

    private final Settings settings;
    private @Nullable Database database;

    Storage(Settings settings) {
        this.settings = settings;
    }

    /** Where the database is. */
    static DatabaseSettings settings(Settings settings) throws OperatorException {
        try {
            Optional<PostgresAddress> server = settings.optional(URL).map(PostgresAddress::parse);
            return new DatabaseSettings(settings.folder("data-dir"), server);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Opens it the first time; it is closed with this and not by who asks for it. */
    synchronized Database database() throws OperatorException {
        if (database == null) {
            try {
                database = Database.open(settings(settings));
            } catch (DatabaseException e) {
                throw new OperatorException(String.valueOf(e.getMessage()), e);
            }
        }
        return database;
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
    }
}
