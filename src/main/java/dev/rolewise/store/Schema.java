package dev.rolewise.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The tables of the database, brought to the version of this program by the migrations in {@code db/migration}. */
final class Schema {
    private final Path file;
    private final Flyway flyway;

    Schema(Path file, String url, Map<String, String> settings) {
        this.file = file;
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url, null, null)
                .jdbcProperties(settings)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /** Runs the migrations that are missing; refuses a file that a newer program has written. */
    void migrate() {
        try {
            if (Arrays.stream(flyway.info().all()).anyMatch(Schema::unknownHere)) {
                throw new DatabaseException(file + " was written by a newer version of Rolewise. Start that version, or"
                        + " choose another folder with data-dir.");
            }
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseException(
                    file + " does not have the tables of this version of Rolewise. Restore a backup, or move the file"
                            + " away to start with an empty one.",
                    e);
        } catch (FlywayException e) {
            throw DatabaseException.of(file, e);
        }
    }

    private static boolean unknownHere(MigrationInfo migration) {
        return migration.getState().isApplied() && !migration.getState().isResolved();
    }
}
