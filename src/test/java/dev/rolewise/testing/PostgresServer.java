package dev.rolewise.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                return new PostgresServer(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        // Killed with the machine that tests it; a disk that is really waited for would only take time.
                        .setServerConfig("fsync", "off")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The one for all; it ends with the process. */
    public static PostgresServer shared() {
        return Shared.SERVER;
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
