package dev.rolewise.store;

import dev.rolewise.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a test may run on. A test of a repository runs on the file, and a subclass of it, {@code …OnPostgresIT}, on the server. */
enum TestStore {
    SQLITE {
        @Override
        DatabaseSettings empty(Path folder) {
            return DatabaseSettings.in(folder);
        }

        @Override
        void refuse(Database database, String table, String condition) {
            for (String moment : MOMENTS) {
                execute(
                        database,
                        "CREATE TRIGGER refuse_%s AFTER %s ON %s WHEN EXISTS (SELECT 1 FROM %s WHERE %s)"
                                + " BEGIN SELECT raise(ABORT, 'refused'); END",
                        moment,
                        moment,
                        table,
                        table,
                        condition);
            }
        }

        @Override
        void allow(Database database, String table) {
            MOMENTS.forEach(moment -> execute(database, "DROP TRIGGER refuse_%s", moment));
        }
    },
    POSTGRESQL {
        @Override
        DatabaseSettings empty(Path folder) {
            return new DatabaseSettings(
                    folder,
                    Optional.of(PostgresAddress.parse(PostgresServer.shared().emptySchema())));
        }

        @Override
        void refuse(Database database, String table, String condition) {
            execute(database, "ALTER TABLE %s ADD CONSTRAINT refused CHECK (NOT (%s))", table, condition);
        }

        @Override
        void allow(Database database, String table) {
            execute(database, "ALTER TABLE %s DROP CONSTRAINT refused", table);
        }
    };

    private static final List<String> MOMENTS = List.of("INSERT", "UPDATE");

    /** Where there is a database with nothing in it, that can be opened several times; {@code folder} is empty, too. */
    abstract DatabaseSettings empty(Path folder);

    /** Lets the database itself refuse a row of which {@code condition} is true, in the transaction that writes it. */
    abstract void refuse(Database database, String table, String condition);

    /** Takes that back. */
    abstract void allow(Database database, String table);

    private static void execute(Database database, String sql, Object... words) {
        database.write(handle -> handle.execute(String.format(Locale.ROOT, sql, words)));
    }
}
