package dev.rolewise.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server, one for all tests of a run, since it takes seconds to start. Each test has its own schema. */
public final class PostgresServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    private static final class Shared {
        static final PostgresServer SERVER = start(builder());
    }

    /** The one for all; it ends with the process. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** One for a single test, that can be stopped and started again. */
    public static PostgresServer in(Path folder) {
        return start(builder().setDataDirectory(folder).setCleanDataDirectory(false));
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                // Killed with the machine that tests it; a disk that is really waited for would only take time.
                .setServerConfig("fsync", "off");
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, cutting off whoever is connected. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one over the folder of one that was stopped, at the same port. */
    public PostgresServer again(Path folder) {
        return start(
                builder().setDataDirectory(folder).setCleanDataDirectory(false).setPort(server.getPort()));
    }

    /** The address of a schema that has nothing in it. */
    public String emptySchema() {
        String schema = "test_" + NUMBER.incrementAndGet();
        execute("CREATE SCHEMA " + schema);
        return String.format(
                Locale.ROOT,
                "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s",
                server.getPort(),
                schema);
    }

    /** Does what only its master may. */
    public void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
