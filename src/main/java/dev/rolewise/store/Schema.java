package dev.rolewise.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The tables of the database, brought to the version of this program by the migrations in {@code db/migration}. */
final class Schema {
    /** The version of this program. */
    static final String LATEST = "latest";

    private final String name;
    private final String elsewhere;
    private final Faults faults;
    private final Flyway flyway;

    private Schema(String name, String elsewhere, Faults faults, FluentConfiguration configuration) {
        this.name = name;
        this.elsewhere = elsewhere;
        this.faults = faults;
        this.flyway = configuration.ignoreMigrationPatterns(new String[0]).load();
    }

    static Schema inFile(Path file) {
        return inFile(file, LATEST);
    }

    /** Up to that version and no further. */
    static Schema inFile(Path file, String version) {
        return new Schema(
                file.toString(),
                "choose another folder with data-dir",
                new SqliteFaults(file),
                configuration(SqliteEngine.url(file), SqliteEngine.SETTINGS)
                        .locations("classpath:" + Migrations.FOLDER)
                        .target(version));
    }

    static Schema onServer(PostgresAddress address) {
        return onServer(address, configuration -> configuration);
    }

    /** In that schema of the server, which is made, up to that version and no further. */
    static Schema onServer(PostgresAddress address, String schema, String version) {
        return onServer(
                address,
                configuration ->
                        configuration.schemas(schema).defaultSchema(schema).target(version));
    }

    private static Schema onServer(PostgresAddress address, UnaryOperator<FluentConfiguration> more) {
        return new Schema(
                address.toString(),
                "name another database in database.url",
                new PostgresFaults(address),
                more.apply(configuration(address.url(), PostgresEngine.properties(address))
                        .locations(new String[0])
                        .resourceProvider(new Migrations())));
    }

    /** The version that this program would bring an empty database to, as a number. */
    static String newest() {
        return new Migrations().newest();
    }

    private static FluentConfiguration configuration(String url, Map<String, String> properties) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url, null, null)
                .jdbcProperties(properties);
    }

    /** Runs the migrations that are missing; refuses a database that a newer program has written. */
    void migrate() {
        try {
            if (Arrays.stream(flyway.info().all()).anyMatch(Schema::unknownHere)) {
                throw new DatabaseException(name
                        + " was written by a newer version of Rolewise. Start that version, or " + elsewhere + ".");
            }
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseException(
                    name + " does not have the tables of this version of Rolewise. Restore a backup, or " + elsewhere
                            + " to start with an empty one.",
                    e);
        } catch (FlywayException e) {
            throw faults.of(e);
        }
    }

    private static boolean unknownHere(MigrationInfo migration) {
        return migration.getState().isApplied() && !migration.getState().isResolved();
    }
}
